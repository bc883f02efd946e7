import { counted, typeset } from '../../../platform/french/index.js';
import {
  ActionForm,
  Alert,
  Badge,
  EmptyState,
  Page,
  TitleBar,
  Worklist,
  type Column,
  type Tab,
} from '../../../platform/pages/index.js';
import type { MergeCommand } from '../../domain/person-merge.js';
import { TraitTable, type ComparedValues } from '../traits/trait-table.js';
import {
  lookalikesPath,
  MERGES_PATH,
  type MergeChoice,
  type MergeRow,
} from './merges.presenter.js';

const TITLE = 'Fiches en double';
const CRUMBS = [{ href: MERGES_PATH, label: TITLE }];

const COLUMNS: readonly Column<MergeRow>[] = [
  {
    key: 'fiches',
    label: 'Fiche qui reste',
    cell: ({ id, kept }) => <a href={`${MERGES_PATH}/${id}`}>{kept}</a>,
  },
  { key: 'reunie', label: 'Fiche réunie à la première', cell: ({ merged }) => merged },
  { key: 'etat', label: 'État', cell: ({ state }) => <Badge {...state} /> },
  { key: 'proposee', label: 'Proposée le', cell: ({ proposed }) => proposed },
];

interface ListProps {
  readonly tabs: readonly Tab[];
  readonly rows: readonly MergeRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
}

/** Pairs of files of the own organisation that are, or may be, one person. */
export function mergesPage({ total, ...props }: ListProps): Page {
  return new Page(
    TITLE,
    <Worklist
      title={TITLE}
      id="doublons"
      caption="Fiches en double, de la proposition la plus récente à la plus ancienne"
      columns={COLUMNS}
      total={counted(total, 'paire de fiches', 'paires de fiches')}
      empty={{
        title: 'Aucune fiche en double',
        text: 'Pour en signaler une, ouvrez la fiche du jeune, puis « Chercher une fiche en double ».',
      }}
      {...props}
    />,
  );
}

interface MergeProps {
  readonly row: MergeRow;
  readonly traits: readonly ComparedValues[];
  readonly choice: MergeChoice;
  readonly refusal?: string | null;
}

/** Two files side by side, and what may be decided. */
export function mergePage({ row, traits, choice, refusal = null }: MergeProps): Page {
  const { id, kept, merged, state, proposed } = row;
  return new Page(
    'Même personne ?',
    <>
      <Refused refusal={refusal} />
      <TitleBar title={typeset('Même personne ?')} over={`Proposée le ${proposed}`}>
        <Badge {...state} />
      </TitleBar>
      <TraitTable
        id="comparaison"
        caption="Les deux fiches, trait par trait"
        sides={[`Fiche qui reste : ${kept}`, `Fiche réunie : ${merged}`].map(typeset) as SidePair}
        rows={traits}
      />
      <section class="app-column">
        <h2>{typeset('Ce que cela change')}</h2>
        <p>
          {typeset(
            'Réunies, les deux fiches n’en font qu’une : orientations, services, retours et contrats sont lus ensemble. Rien n’est effacé : les séparer rend à chacune ce qui est à elle.',
          )}
        </p>
        {choice.why !== null && <p>{typeset(choice.why)}</p>}
        <div class="app-buttons">
          {choice.commands.map((command) => (
            <ActionForm
              key={command}
              action={`${MERGES_PATH}/${id}/decision`}
              values={{ decision: command }}
              {...BUTTONS[command]}
            />
          ))}
        </div>
      </section>
    </>,
    { crumbs: CRUMBS, isError: refusal !== null, status: refusal === null ? 200 : 409 },
  );
}

type SidePair = [string, string];

const BUTTONS: Readonly<Record<MergeCommand, { label: string; kind: 'primary' | 'secondary' }>> = {
  confirm: { label: 'C’est la même personne : réunir les fiches', kind: 'primary' },
  refuse: { label: 'Ce sont deux personnes', kind: 'secondary' },
  undo: { label: 'Séparer les fiches', kind: 'secondary' },
};

/** A file that may be about the same person. */
export interface Lookalike {
  readonly id: string;
  readonly name: string;
  readonly isVeryLikely: boolean;
  readonly traits: readonly ComparedValues[];
}

interface LookalikesProps {
  readonly id: string;
  readonly name: string;
  readonly found: readonly Lookalike[];
  readonly isTooMany: boolean;
  readonly refusal?: string | null;
}

/** The files that look like one, each to be compared and proposed. */
export function lookalikesPage({ id, name, found, isTooMany, refusal = null }: LookalikesProps) {
  return new Page(
    'Chercher une fiche en double',
    <>
      <Refused refusal={refusal} />
      <TitleBar title="Chercher une fiche en double" over={name} />
      {isTooMany && (
        <p>{typeset('Trop de fiches se ressemblent : seules les plus proches sont comparées.')}</p>
      )}
      {found.length === 0 ? (
        <EmptyState title="Aucune fiche ne ressemble à celle-ci">
          <p>
            <a href={MERGES_PATH}>Voir les fiches en double déjà signalées</a>
          </p>
        </EmptyState>
      ) : (
        <p class="app-column">
          {typeset(
            'Comparez, puis proposez : une autre personne de votre organisme décidera. La fiche d’où vous partez est celle qui reste.',
          )}
        </p>
      )}
      {found.map((one) => (
        <Found key={one.id} id={id} found={one} />
      ))}
    </>,
    { crumbs: CRUMBS, isError: refusal !== null, status: refusal === null ? 200 : 409 },
  );
}

function Found({ id, found }: { readonly id: string; readonly found: Lookalike }) {
  return (
    <section aria-labelledby={`fiche-${found.id}`}>
      <h2 id={`fiche-${found.id}`}>{found.name}</h2>
      <p>
        {found.isVeryLikely ? 'Très probablement la même personne' : 'Peut-être la même personne'}
      </p>
      <TraitTable
        id={`traits-${found.id}`}
        caption={`${found.name} : trait par trait`}
        sides={['Fiche de départ', 'Fiche comparée']}
        rows={found.traits}
      />
      <ActionForm
        action={lookalikesPath(id)}
        label="Proposer de réunir ces fiches"
        kind="secondary"
        values={{ fiche: found.id }}
      />
    </section>
  );
}

function Refused({ refusal }: { readonly refusal: string | null }) {
  if (refusal === null) return null;
  return (
    <Alert tone="error" title="Votre action n’a pas été enregistrée">
      <p>{typeset(refusal)}</p>
    </Alert>
  );
}
