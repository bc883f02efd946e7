import type { ComponentChildren } from 'preact';
import type { MenuItem } from '../menu.js';
import type { Crumb, Notice } from '../page.js';
import type { Viewer } from '../viewer.js';
import { Alert } from './alert.js';

/** What stands around the content of every page. */
export interface ShellProps {
  readonly title: string;
  readonly isError: boolean;
  readonly path: string;
  readonly crumbs: readonly Crumb[];
  readonly menu: readonly MenuItem[];
  readonly viewer?: Viewer | undefined;
  readonly notice?: Notice | undefined;
  readonly isDemonstration: boolean;
  readonly assets: { readonly css: string; readonly js: string; readonly icon: string };
  readonly children?: ComponentChildren;
}

/** The frame of a page: skip links, header, menu, trail, content, footer (interface.md 9 and 10). */
export function Shell(props: ShellProps) {
  const { title, isError, assets, menu, viewer, crumbs, notice } = props;
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="robots" content="noindex" />
        <title>{`${isError ? 'Erreur : ' : ''}${title} – Passerelle`}</title>
        <link rel="stylesheet" href={assets.css} />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <script type="module" src={assets.js}></script>
      </head>
      <body>
        <SkipLinks hasMenu={menu.length > 0} />
        <Header viewer={viewer} menu={menu} path={props.path} />
        <main id="contenu" tabIndex={-1} class="fr-container app-content">
          {crumbs.length > 0 && <Crumbs crumbs={crumbs} title={title} />}
          {notice && <Alert tone={notice.tone} title={notice.text} />}
          {props.children}
        </main>
        <Footer isDemonstration={props.isDemonstration} />
      </body>
    </html>
  );
}

function SkipLinks({ hasMenu }: { readonly hasMenu: boolean }) {
  return (
    <div class="fr-skiplinks">
      <nav class="fr-container" aria-label="Accès rapide">
        <ul class="fr-skiplinks__list">
          <li>
            <a href="#contenu">Contenu</a>
          </li>
          {hasMenu && (
            <li>
              <a href="#menu">Menu</a>
            </li>
          )}
        </ul>
      </nav>
    </div>
  );
}

type HeaderProps = Pick<ShellProps, 'viewer' | 'menu' | 'path'>;

function Header({ viewer, menu, path }: HeaderProps) {
  return (
    <header class="app-header">
      <div class="fr-container app-header__body">
        <p class="app-header__name">
          <a href="/" aria-label="Passerelle, accueil">
            Passerelle
          </a>
          <span class="app-header__tagline">
            Des missions locales au volontariat militaire, et retour
          </span>
        </p>
        {viewer && <Tools viewer={viewer} />}
      </div>
      {menu.length > 0 && (
        <nav class="app-nav" id="menu" aria-label="Menu principal">
          {/* Folds the list after it on narrow screens, without script; not shown on wide ones. */}
          <details class="fr-container app-nav__fold">
            <summary>{foldWords(menu, path)}</summary>
          </details>
          <ul class="fr-container app-nav__list">
            {menu.map(({ href, label, short = label }) => (
              <li key={href}>
                <a href={href} aria-current={currentAt(href, path)}>
                  {short}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

/** The menu folded says where one is. */
function foldWords(menu: readonly MenuItem[], path: string): string {
  const current = menu.find(({ href }) => currentAt(href, path));
  return current ? `Menu : ${current.short ?? current.label}` : 'Menu';
}

function currentAt(href: string, path: string): 'page' | 'true' | undefined {
  if (path === href) return 'page';
  return href !== '/' && path.startsWith(`${href}/`) ? 'true' : undefined;
}

function Tools({ viewer }: { readonly viewer: Viewer }) {
  return (
    <div class="app-header__tools">
      <p class="app-header__who">
        <a href="/compte">
          <span class="app-sr">Mon compte : </span>
          {viewer.displayName}
        </a>
        <span>{viewer.organisationName}</span>
      </p>
      {viewer.canSwitch && <a href="/organisation">Changer d’organisme</a>}
      <form method="post" action="/deconnexion">
        <button class="fr-btn fr-btn--tertiary fr-btn--sm" type="submit">
          Se déconnecter
        </button>
      </form>
    </div>
  );
}

function Crumbs({ crumbs, title }: { readonly crumbs: readonly Crumb[]; readonly title: string }) {
  return (
    <nav class="app-crumbs" aria-label="Vous êtes ici">
      <ol>
        {crumbs.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  );
}

const FOOTER = [
  ['/aide', 'Aide'],
  ['/accessibilite', 'Accessibilité : non conforme'],
  ['/donnees-personnelles', 'Données personnelles'],
  ['/mentions-legales', 'Mentions légales'],
  ['/plan-du-site', 'Plan du site'],
] as const;

function Footer({ isDemonstration }: { readonly isDemonstration: boolean }) {
  return (
    <footer class="app-footer">
      <div class="fr-container">
        <ul>
          {FOOTER.map(([href, label]) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
        {isDemonstration && <p>Démonstration : toutes les personnes sont fictives.</p>}
      </div>
    </footer>
  );
}
