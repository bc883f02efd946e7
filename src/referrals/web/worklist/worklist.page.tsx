import { typeset } from '../../../platform/french/index.js';
import {
  Badge,
  buttonClass,
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
import { REFERRAL_STATES } from '../../domain/referral.js';
import { ReferAgain } from '../refer/again/refer-again.js';
import { NEW_PATH } from '../refer/refer-paths.js';
import { STATE_WORDS } from '../referral-words.js';
import {
  hrefOf,
  sortOf,
  WORKLIST_PATH,
  WORKLIST_TABS,
  type WorklistSearch,
} from './worklist-search.js';
import type { DraftsPresented } from './drafts.presenter.js';
import { Drafts } from './drafts.js';
import type { WorklistPresented, WorklistRow } from './worklist.presenter.js';

interface WorklistProps {
  readonly search: WorklistSearch;
  readonly view: WorklistPresented;
  readonly units: readonly Choice[];
  readonly drafts: DraftsPresented | null;
}

/** The page of the worklist of a mission locale. */
export function worklistPage(props: WorklistProps): Page {
  const { search, view } = props;
  const content = (
    <Worklist
      title="Orientations"
      action={
        <a class={buttonClass()} href={NEW_PATH}>
          Orienter un jeune
        </a>
      }
      before={props.drafts !== null && <Drafts drafts={props.drafts} />}
      tabs={view.tabs}
      total={view.total}
      exportHref={view.exportHref}
      id="orientations"
      caption={`Orientations, ${WORKLIST_TABS[search.tab].label}`}
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

const STATE_CHOICES = REFERRAL_STATES.map((state) => ({
  value: state,
  label: STATE_WORDS[state].label,
}));

function Search({ search, view, units }: WorklistProps) {
  const kept: Record<string, string> = {
    ...(search.tab === 'a-traiter' ? {} : { onglet: search.tab }),
    ...(search.sort === null ? {} : { tri: search.sort }),
  };
  return (
    <Filters
      action={WORKLIST_PATH}
      what="les orientations"
      active={view.active.map((one) => ({ ...one, label: typeset(one.label) }))}
      clearHref={view.clearHref}
      kept={kept}
      search={
        <TextField
          name="recherche"
          label="Nom, référence ou numéro i-milo"
          type="search"
          value={search.text}
        />
      }
    >
      <SelectField
        name="etat"
        label="État"
        emptyLabel="Tous"
        value={search.state ?? ''}
        groups={[{ title: null, choices: STATE_CHOICES }]}
      />
      <SelectField
        name="unite"
        label="Unité"
        emptyLabel="Toutes"
        value={search.unit}
        groups={[{ title: null, choices: units }]}
      />
    </Filters>
  );
}

function columnsOf(search: WorklistSearch): Column<WorklistRow>[] {
  const isBack = search.tab === 'a-representer';
  // Whom to represent is said in the same words, whatever the answer was (ADR 0051).
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
    { key: 'unite', label: 'Unité', cell: ({ unit }) => unit },
    { key: 'reference', label: 'Référence', cell: ({ reference }) => reference },
    {
      key: 'etat',
      label: 'État',
      cell: ({ state: { tone, label } }) => <Badge tone={tone} label={label} />,
    },
    ...(hasOutcome
      ? [{ key: 'reponse', label: 'Réponse', cell: ({ outcome }: WorklistRow) => outcome }]
      : []),
    {
      key: 'transmise',
      label: 'Transmise le',
      sort: sortedBy(search, 'attente'),
      cell: ({ referredOn, waited }) => <TwoLines under={waited}>{referredOn}</TwoLines>,
    },
    ...(isBack ? BACK_COLUMNS : []),
  ];
}

const BACK_COLUMNS: readonly Column<WorklistRow>[] = [
  {
    key: 'geste',
    label: 'Action',
    cell: ({ id, name }) => <ReferAgain id={id} label={`Représenter ${name}`} />,
  },
];

function sortedBy(search: WorklistSearch, by: 'nom' | 'attente') {
  return sortLink(sortOf(search), by, (sort) => hrefOf(search, { sort }));
}
