import { typeset } from '../../../platform/french/index.js';
import {
  Badge,
  DataTable,
  EmptyState,
  Filters,
  Page,
  SelectField,
  Tabs,
  TextField,
  TitleBar,
  TwoLines,
  type Column,
} from '../../../platform/pages/index.js';
import { JOURNAL_PATH, journalHref, type JournalAddress } from './journal-search.js';
import type { JournalPresented, JournalRow } from './journal.presenter.js';

const COLUMNS: readonly Column<JournalRow>[] = [
  {
    key: 'action',
    label: 'Action',
    cell: ({ action, detail }) => <TwoLines under={detail}>{action}</TwoLines>,
  },
  { key: 'quand', label: 'Quand', cell: ({ when }) => when },
  { key: 'resultat', label: 'Résultat', cell: ({ result }) => <Badge {...result} /> },
  {
    key: 'par',
    label: 'Par',
    cell: ({ actor, actorHref, channel }) => (
      <TwoLines under={channel}>
        {actorHref === null ? actor : <a href={actorHref}>{actor}</a>}
      </TwoLines>
    ),
  },
  { key: 'organisme', label: 'Organisme', cell: ({ organisation }) => organisation },
  {
    key: 'objet',
    label: 'Objet',
    cell: ({ resource, resourceId, resourceHref }) => (
      <TwoLines under={resourceId}>
        {resourceHref === null ? resource : <a href={resourceHref}>{resource}</a>}
      </TwoLines>
    ),
  },
];

/** The journal: latest first, fifty lines a page. */
export function journalPage(address: JournalAddress, view: JournalPresented): Page {
  const content = (
    <>
      <TitleBar title="Journal" />
      <p>{typeset(view.intro)}</p>
      {view.hasFileLines && <Tabs label="Vues du journal" tabs={tabsOf(address)} />}
      <JournalFilters address={address} view={view} />
      <div class="app-results">
        <p class="app-results__count">{view.total}</p>
        {view.exportHref !== null && (
          <a href={view.exportHref} download>
            Exporter ces lignes (CSV)
          </a>
        )}
      </div>
      {view.rows.length === 0 ? (
        <EmptyState title="Aucune ligne ne correspond">
          <p>{typeset('Élargissez la période ou retirez un filtre.')}</p>
        </EmptyState>
      ) : (
        <DataTable
          id="journal"
          caption="Lignes du journal, de la plus récente à la plus ancienne"
          columns={COLUMNS}
          rows={view.rows}
          keyOf={({ id }) => id}
          hasCards
        />
      )}
      <Older {...view} />
    </>
  );
  return new Page('Journal', content);
}

function tabsOf(address: JournalAddress) {
  return [
    { label: 'Actes et consultations', isOfFiles: false },
    { label: 'Lignes de fichiers', isOfFiles: true },
  ].map(({ label, isOfFiles }) => ({
    label,
    href: journalHref(address, { isOfFiles }),
    isCurrent: address.isOfFiles === isOfFiles,
  }));
}

interface ViewProps {
  readonly address: JournalAddress;
  readonly view: JournalPresented;
}

function JournalFilters({ address, view }: ViewProps) {
  return (
    <Filters
      action={JOURNAL_PATH}
      what="le journal"
      active={view.active}
      clearHref={JOURNAL_PATH}
      kept={address.isOfFiles ? { vue: 'fichiers' } : {}}
      search={
        <>
          <TextField name="du" label="Du" type="date" value={address.from} />
          <TextField name="au" label="Au" type="date" value={address.to} />
        </>
      }
    >
      <SelectField
        name="action"
        label="Action"
        emptyLabel="Toutes"
        value={address.command}
        groups={view.commands}
      />
      <TextField name="organisme" label="Code de l’organisme" value={address.organisation} />
      <TextField name="compte" label="Identifiant du compte" value={address.account} />
      <SelectField
        name="objet"
        label="Nature de l’objet"
        emptyLabel="Toutes"
        value={address.kind}
        groups={view.kinds}
      />
      <TextField name="identifiant" label="Identifiant de l’objet" value={address.object} />
    </Filters>
  );
}

/** The list goes back in time: lines keep coming at its top while it is read. */
function Older({ olderHref, latestHref }: Pick<JournalPresented, 'olderHref' | 'latestHref'>) {
  if (olderHref === null && latestHref === null) return null;
  return (
    <nav class="fr-pagination" aria-label="Pages du journal">
      <ul class="fr-pagination__list">
        {latestHref !== null && (
          <li>
            <a class="fr-pagination__link" href={latestHref}>
              Lignes les plus récentes
            </a>
          </li>
        )}
        {olderHref !== null && (
          <li>
            <a class="fr-pagination__link" rel="next" href={olderHref}>
              Lignes plus anciennes
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
