import { typeset } from '../../../platform/french/index.js';
import {
  Badge,
  DataTable,
  EmptyState,
  Filters,
  Page,
  Pagination,
  SelectField,
  Tabs,
  TextField,
  TitleBar,
  type Choice,
  type Column,
} from '../../../platform/pages/index.js';
import { ORIGINS } from '../../domain/code-lists.js';
import {
  hrefOf,
  WORKLIST_PATH,
  WORKLIST_TABS,
  type WorklistSearch,
  type WorklistSort,
} from './worklist-search.js';
import type { WorklistPresented, WorklistRow } from './worklist.presenter.js';

interface WorklistProps {
  readonly search: WorklistSearch;
  readonly view: WorklistPresented;
  readonly missionLocales: readonly Choice[];
}

/** The page of the worklist of a unit. */
export function worklistPage(props: WorklistProps): Page {
  const { search, view } = props;
  const content = (
    <>
      <TitleBar title="Candidatures" />
      <Tabs label="Vues de la liste" tabs={view.tabs} />
      <Search {...props} />
      <div class="app-results">
        <p class="app-results__count">{view.total}</p>
      </div>
      {view.rows.length === 0 ? (
        <EmptyState title={view.empty.title}>
          <p>{typeset(view.empty.text)}</p>
        </EmptyState>
      ) : (
        <DataTable
          id="candidatures"
          caption={`Candidatures, ${WORKLIST_TABS[search.tab].label}`}
          columns={columnsOf(search)}
          rows={view.rows}
          keyOf={({ id }) => id}
          hasCards
        />
      )}
      <Pagination
        page={search.page}
        pages={view.pages}
        hrefOf={(page) => hrefOf(search, { page })}
      />
    </>
  );
  return new Page(view.title, content);
}

function Search({ search, view, missionLocales }: WorklistProps) {
  const kept: Record<string, string> = {
    ...(search.tab === 'a-evaluer' ? {} : { onglet: search.tab }),
    ...(search.sort === 'attente' ? {} : { tri: search.sort }),
  };
  return (
    <Filters
      action={WORKLIST_PATH}
      what="les candidatures"
      active={view.active.map((one) => ({ ...one, label: typeset(one.label) }))}
      clearHref={view.clearHref}
      kept={kept}
      search={
        <TextField
          name="recherche"
          label="Nom, numéro de dossier ou référence"
          type="search"
          value={search.text}
        />
      }
    >
      <SelectField
        name="mission-locale"
        label="Mission locale"
        emptyLabel="Toutes"
        value={search.missionLocale}
        groups={[{ title: null, choices: missionLocales }]}
      />
      <SelectField
        name="origine"
        label="Origine"
        emptyLabel="Toutes"
        value={search.origin ?? ''}
        groups={[
          {
            title: null,
            choices: ORIGINS.values.map(({ code, label }) => ({ value: code, label })),
          },
        ]}
      />
    </Filters>
  );
}

function columnsOf(search: WorklistSearch): Column<WorklistRow>[] {
  const hasOutcome = search.tab === 'terminees' || search.tab === 'toutes';
  return [
    {
      key: 'jeune',
      label: 'Jeune',
      sort: sortOf(search, 'nom'),
      cell: ({ href, name, birthDate }) => (
        <>
          <a href={href}>{name}</a>
          {birthDate !== '' && <span class="app-under">{`Naissance ${birthDate}`}</span>}
        </>
      ),
    },
    { key: 'origine', label: 'Mission locale ou origine', cell: ({ from }) => from },
    { key: 'numero', label: 'N° de dossier', cell: ({ number }) => number },
    {
      key: 'etat',
      label: 'État',
      cell: ({ state: { tone, label } }) => <Badge tone={tone} label={label} />,
    },
    ...(hasOutcome
      ? [{ key: 'suite', label: 'Suite', cell: ({ outcome }: WorklistRow) => outcome }]
      : []),
    {
      key: 'depuis',
      label: 'Dans cet état',
      sort: sortOf(search, 'attente'),
      cell: ({ since, waited }) => (
        <>
          {since}
          <span class="app-under">{waited}</span>
        </>
      ),
    },
  ];
}

function sortOf(search: WorklistSearch, by: 'nom' | 'attente') {
  const opposite: WorklistSort = search.sort === by ? `-${by}` : by;
  const now =
    search.sort === by ? 'ascending' : search.sort === `-${by}` ? 'descending' : undefined;
  return { href: hrefOf(search, { sort: opposite }), now } as const;
}
