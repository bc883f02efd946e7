import { typeset } from '../../../platform/french/index.js';
import {
  Badge,
  DataTable,
  EmptyState,
  Page,
  TitleBar,
  TwoLines,
  type Column,
  type Crumb,
} from '../../../platform/pages/index.js';
import { EXCHANGE_CRUMBS } from '../deposit/form.page.js';
import type { UnitCell, UnitGridWords, UnitLink, UnitWords } from './presenter.js';

const TITLE = 'Échanges des unités, mois par mois';

/**
 * The units that somebody follows, and where the files of each month stand.
 *
 * @param isEmitter has files of its own, hence an overview to come back to
 */
export function unitsPage(words: UnitGridWords, isEmitter: boolean): Page {
  const crumbs: readonly Crumb[] = isEmitter ? EXCHANGE_CRUMBS : [];
  const content = (
    <>
      <TitleBar title={TITLE} />
      {words.units.length === 0 ? (
        <EmptyState title="Aucune unité à suivre sur ces mois">
          <p>Une unité apparaît ici dès qu’une convention la lie à une mission locale.</p>
        </EmptyState>
      ) : (
        <>
          <p>
            {typeset(
              'Chaque case dit où en sont tous les fichiers d’un mois : l’état est celui du fichier qui demande le plus d’attention, et le retard se compte à l’heure de l’unité.',
            )}
          </p>
          <p>{typeset(words.advice)}</p>
          <DataTable
            id="unites"
            caption="État des fichiers de chaque unité, mois par mois"
            columns={columnsOf(words)}
            rows={words.units}
            keyOf={({ id }) => id}
          />
        </>
      )}
      <Months {...words} />
    </>
  );
  return new Page(TITLE, content, { crumbs });
}

function Months({ olderHref, newerHref }: UnitGridWords) {
  if (olderHref === null && newerHref === null) return null;
  return (
    <nav aria-label="Autres mois">
      <p class="app-buttons">
        {olderHref !== null && <a href={olderHref}>Mois plus anciens</a>}
        {newerHref !== null && <a href={newerHref}>Mois plus récents</a>}
      </p>
    </nav>
  );
}

function columnsOf({ months }: UnitGridWords): Column<UnitWords>[] {
  return [
    { key: 'unite', label: 'Unité', cell: (unit) => <Unit {...unit} /> },
    ...months.map(({ month, label }): Column<UnitWords> => ({
      key: month,
      label,
      cell: ({ cells }) =>
        cells.filter((one) => one.month === month).map((one) => <Month key={month} {...one} />),
    })),
  ];
}

function Unit({ name, code, href }: UnitWords) {
  return <TwoLines under={code}>{href === null ? name : <a href={href}>{name}</a>}</TwoLines>;
}

function Month({ state, share, rejected, links }: UnitCell) {
  return (
    <>
      <Badge {...state} />
      {share !== '' && <span class="app-under">{share}</span>}
      {rejected !== '' && <span class="app-under">{rejected}</span>}
      {links.map((link) => (
        <InCell key={link.href} {...link} />
      ))}
    </>
  );
}

function InCell({ href, label, about }: UnitLink) {
  return (
    <span class="app-under">
      <a href={href}>
        {label}
        <span class="app-sr">{` – ${about}`}</span>
      </a>
    </span>
  );
}
