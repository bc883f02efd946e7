import { Page, TitleBar, type MenuItem } from '../../platform/pages/index.js';

const PUBLIC = [
  ['/connexion', 'Se connecter'],
  ['/aide', 'Aide'],
  ['/accessibilite', 'Accessibilité'],
  ['/donnees-personnelles', 'Données personnelles'],
  ['/mentions-legales', 'Mentions légales'],
  ['/problems', 'Codes d’erreur'],
  ['/api/docs', 'Documentation de l’API'],
] as const;

/**
 * Every page that can be reached without knowing an address: those of one’s role once signed in, those
 * of every role before.
 */
export function siteMapPage(menu: readonly MenuItem[], isSignedIn: boolean): Page {
  const content = (
    <div class="app-column">
      <TitleBar title="Plan du site" />
      <h2>Pages ouvertes à tous</h2>
      <ul>
        {PUBLIC.map(([href, label]) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
      <h2>Pages de travail</h2>
      <p>
        {isSignedIn
          ? 'Celles de votre rôle.'
          : 'Elles demandent une connexion et dépendent de votre rôle.'}
      </p>
      <ul>
        <li>
          <a href="/">Accueil</a>
        </li>
        {menu.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </div>
  );
  return new Page('Plan du site', content);
}
