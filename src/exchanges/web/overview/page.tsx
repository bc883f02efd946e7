import { counted, frenchNumber } from '../../../platform/french/index.js';
import {
  Badge,
  DataTable,
  EmptyState,
  Page,
  TitleBar,
  TwoLines,
  type Column,
} from '../../../platform/pages/index.js';
import type { ExpectedLine, SentLine } from './presenter.js';

/** What the overview shows. */
export interface OverviewView {
  readonly expected: readonly ExpectedLine[];
  readonly sent: readonly SentLine[];
  readonly total: number;
  /** The address of the older files, when there are some. */
  readonly olderHref: string | null;
  readonly isFirst: boolean;
  /** Only those who may follow the link see it. */
  readonly canDeposit: boolean;
}

const EXPECTED: readonly Column<ExpectedLine>[] = [
  { key: 'flow', label: 'Fichier', cell: ({ flow }) => flow },
  { key: 'period', label: 'Période', cell: ({ period }) => period },
  { key: 'state', label: 'État', cell: ({ state }) => <Badge {...state} /> },
  { key: 'due', label: 'À envoyer avant le', cell: ({ due }) => due },
  { key: 'next', label: 'Prochain numéro', cell: (line) => line.nextSequence, isNumber: true },
];

const SENT: readonly Column<SentLine>[] = [
  {
    key: 'name',
    label: 'Fichier',
    cell: ({ id, name, what }) => (
      <TwoLines under={what}>
        <a class="app-break" href={`/echanges/${id}`}>
          {name}
        </a>
      </TwoLines>
    ),
  },
  { key: 'state', label: 'État', cell: ({ state }) => <Badge {...state} /> },
  { key: 'received', label: 'Reçu le', cell: ({ received }) => received },
  {
    key: 'rows',
    label: 'Lignes',
    cell: ({ rows }) => (rows === null ? '–' : frenchNumber(rows)),
    isNumber: true,
  },
  {
    key: 'rejected',
    label: 'Rejetées',
    cell: ({ rejected }) => frenchNumber(rejected),
    isNumber: true,
  },
];

/** The exchanges of an organisation: what it has to send, what it sent. */
export function overviewPage(view: OverviewView): Page {
  const content = (
    <>
      <TitleBar title="Échanges de fichiers">
        <div class="app-buttons">
          {view.canDeposit && (
            <a class="fr-btn" href="/echanges/depot">
              Déposer un fichier
            </a>
          )}
          <a class="fr-btn fr-btn--secondary" href="/echanges/calendrier">
            Calendrier
          </a>
          <a class="fr-btn fr-btn--secondary" href="/echanges/unites">
            Échanges des unités
          </a>
        </div>
      </TitleBar>
      {view.isFirst && view.expected.length > 0 && (
        <section>
          <h2>À envoyer</h2>
          <DataTable
            id="a-envoyer"
            caption="Fichiers à envoyer, par période"
            columns={EXPECTED}
            rows={view.expected}
            keyOf={({ key }) => key}
            hasCards
          />
        </section>
      )}
      <section>
        <h2>Fichiers envoyés</h2>
        <Sent {...view} />
      </section>
    </>
  );
  return new Page('Échanges de fichiers', content);
}

function Sent({ sent, total, olderHref, isFirst }: OverviewView) {
  if (sent.length === 0) {
    return (
      <EmptyState title="Aucun fichier envoyé">
        <p>Les fichiers que votre organisme envoie apparaîtront ici, avec leur compte rendu.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p class="app-results__count">{counted(total, 'fichier', 'fichiers')}</p>
      <DataTable
        id="envoyes"
        caption="Fichiers envoyés, du plus récent au plus ancien"
        columns={SENT}
        rows={sent}
        keyOf={({ id }) => id}
        hasCards
      />
      <p class="app-buttons">
        {!isFirst && <a href="/echanges">Revenir aux plus récents</a>}
        {olderHref !== null && <a href={olderHref}>Fichiers plus anciens</a>}
      </p>
    </>
  );
}
