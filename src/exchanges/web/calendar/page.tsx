import { typeset } from '../../../platform/french/index.js';
import {
  Badge,
  DataTable,
  EmptyState,
  Page,
  TitleBar,
  type Column,
} from '../../../platform/pages/index.js';
import { EXCHANGE_CRUMBS } from '../deposit/form.page.js';
import {
  CALENDAR_PATH,
  type CalendarWords,
  type CellLink,
  type CellWords,
  type MonthWords,
} from './presenter.js';

/** A year of exchanges: what was owed for each month, what came of it, and when it is due. */
export function calendarPage(words: CalendarWords): Page {
  const content = (
    <>
      <TitleBar title={words.title} />
      <Years {...words} />
      {words.months.length === 0 ? (
        <EmptyState title="Aucun échange suivi cette année">
          <p>Les fichiers à envoyer apparaîtront ici, mois par mois, avec leurs échéances.</p>
        </EmptyState>
      ) : (
        <>
          <p>{typeset('Heures affichées : celles de votre organisme.')}</p>
          <DataTable
            id="calendrier"
            caption="Fichiers par mois, avec leurs échéances"
            columns={columnsOf(words)}
            rows={words.months}
            keyOf={({ period }) => period}
          />
        </>
      )}
    </>
  );
  return new Page(words.title, content, { crumbs: EXCHANGE_CRUMBS });
}

function Years({ before, after }: CalendarWords) {
  return (
    <nav aria-label="Autres années">
      <p class="app-buttons">
        {[before, after].map(
          (year) =>
            year !== null && (
              <a key={year} href={`${CALENDAR_PATH}?annee=${year}`}>{`Année ${year}`}</a>
            ),
        )}
      </p>
    </nav>
  );
}

function columnsOf({ flows }: CalendarWords): Column<MonthWords>[] {
  return [
    { key: 'mois', label: 'Mois', cell: ({ month }) => month },
    ...flows.map(({ code, title }): Column<MonthWords> => ({
      key: code,
      label: title,
      cell: ({ cells }) => cells.filter(({ flow }) => flow === code).map((cell) => Cell(cell)),
    })),
    { key: 'echeance', label: 'À envoyer avant le', cell: ({ due }) => moment(due) },
    { key: 'ouverture', label: 'Dépôt ouvert le', cell: ({ opens }) => moment(opens) },
    { key: 'cloture', label: 'Dépôt clos le', cell: ({ closes }) => moment(closes) },
  ];
}

/** On two lines where it has to: eight columns do not fit a screen otherwise. */
function moment(text: string): string {
  return text === '' ? '–' : text;
}

function Cell({ flow, state, rejected, links }: CellWords) {
  if (state === null) return '–';
  return (
    <div key={flow}>
      <Badge {...state} />
      {rejected !== '' && <span class="app-under">{rejected}</span>}
      {links.map((link) => (
        <InCell key={link.href} {...link} />
      ))}
    </div>
  );
}

function InCell({ href, label, about }: CellLink) {
  return (
    <span class="app-under">
      <a href={href}>
        {label}
        <span class="app-sr">{` – ${about}`}</span>
      </a>
    </span>
  );
}
