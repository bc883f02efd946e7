import { typeset } from '../../../platform/french/index.js';
import {
  Badge,
  Filters,
  Page,
  SelectField,
  sortLink,
  TextField,
  TwoLines,
  Worklist,
  type Choice,
  type Column,
} from '../../../platform/pages/index.js';
import { ORIGINS } from '../../domain/code-lists.js';
import { BATCH_PATH } from '../batch/batch.presenter.js';
import {
  hrefOf,
  REMINDERS,
  WORKLIST_PATH,
  WORKLIST_TABS,
  type WorklistSearch,
} from './worklist-search.js';
import type { WorklistPresented, WorklistRow } from './worklist.presenter.js';

interface WorklistProps {
  readonly search: WorklistSearch;
  readonly view: WorklistPresented;
  readonly missionLocales: readonly Choice[];
  readonly canPostOutcomes: boolean;
}

/** The page of the worklist of a unit. */
export function worklistPage(props: WorklistProps): Page {
  const { search, view, canPostOutcomes } = props;
  const canDecideTogether = canPostOutcomes && search.tab === 'resultat' && view.rows.length > 0;
  const content = (
    <Worklist
      title="Candidatures"
      action={canDecideTogether && <TogetherLink />}
      tabs={view.tabs}
      total={view.total}
      id="candidatures"
      caption={`Candidatures, ${WORKLIST_TABS[search.tab].label}`}
      columns={columnsOf(search)}
      rows={view.rows}
      empty={view.empty}
      page={search.page}
      pages={view.pages}
      hrefOf={(page) => hrefOf(search, { page })}
    >
      <Search {...props} />
    </Worklist>
  );
  return new Page(view.title, content);
}

function TogetherLink() {
  return (
    <a class="fr-btn fr-btn--secondary" href={BATCH_PATH}>
      Saisir les résultats par convocation
    </a>
  );
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
      <SelectField
        name="attente"
        label="Réponse attendue"
        emptyLabel="Toutes"
        value={search.reminder ?? ''}
        groups={[{ title: null, choices: REMINDER_CHOICES }]}
      />
    </Filters>
  );
}

const REMINDER_CHOICES: Choice[] = Object.entries(REMINDERS).map(([value, { label }]) => ({
  value,
  label,
}));

function columnsOf(search: WorklistSearch): Column<WorklistRow>[] {
  const hasOutcome = search.tab === 'terminees' || search.tab === 'toutes';
  return [
    {
      key: 'jeune',
      label: 'Jeune',
      sort: sortedBy(search, 'nom'),
      cell: ({ href, name, birthDate }) => (
        <TwoLines under={birthDate === '' ? '' : `Naissance ${birthDate}`}>
          <a href={href}>{name}</a>
        </TwoLines>
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
      sort: sortedBy(search, 'attente'),
      cell: ({ since, waited }) => <TwoLines under={waited}>{since}</TwoLines>,
    },
  ];
}

function sortedBy(search: WorklistSearch, by: 'nom' | 'attente') {
  return sortLink(search.sort, by, (sort) => hrefOf(search, { sort }));
}
