import { counted, shortDate, typeset } from '../../../platform/french/index.js';
import {
  ActionForm,
  Alert,
  Badge,
  DataTable,
  Page,
  Pagination,
  SummaryList,
  TitleBar,
  type Column,
  type Tone,
} from '../../../platform/pages/index.js';
import {
  isEmptyDifference,
  type ReferenceDifference,
  type RowChange,
} from '../../domain/reference-table.js';
import type { WaitingCheck } from '../../use-cases/reference/import-reference-file.js';
import { REFERENCE_CRUMBS } from './set.page.js';
import { labelOf, REFERENCE_PATH, SET_WORDS, wordsOf } from './set-words.js';

/** Things that differ on one page. */
export const DIFFERENCES_PAGE_SIZE = 50;

interface WaitingView {
  readonly waiting: WaitingCheck;
  readonly page: number;
  /** Why it was not applied. */
  readonly refusal?: string;
}

const TITLE = 'Différences à appliquer';

/** What a file would change, thing by thing; somebody then applies it or abandons it. */
export function waitingFilePage({ waiting, page, refusal }: WaitingView): Page {
  const { file, checked } = waiting;
  const { difference, faults } = checked;
  const here = `${REFERENCE_PATH}/fichiers/${file.id}`;
  const lines = linesOf(difference);
  const pages = Math.max(1, Math.ceil(lines.length / DIFFERENCES_PAGE_SIZE));
  const from = (page - 1) * DIFFERENCES_PAGE_SIZE;
  const canApply = faults.length === 0 && !isEmptyDifference(difference);
  const content = (
    <>
      <TitleBar title={TITLE} over={SET_WORDS[file.set].title} />
      {refusal !== undefined && (
        <Alert tone="error" title="Rien n’a été appliqué">
          <p>{typeset(refusal)}</p>
        </Alert>
      )}
      {faults.map(({ said }) => (
        <Alert key={said} tone="error" title="Ce fichier ne peut plus être appliqué">
          <p>{typeset(said)}</p>
        </Alert>
      ))}
      <Facts waiting={waiting} />
      {lines.length === 0 ? (
        <Alert tone="info" title="Aucune différence">
          <p>Ce fichier dit ce qui est déjà enregistré : il n’y a rien à appliquer.</p>
        </Alert>
      ) : (
        <DataTable
          id="differences"
          caption={`Différences, page ${page} sur ${pages}`}
          columns={COLUMNS}
          rows={lines.slice(from, from + DIFFERENCES_PAGE_SIZE)}
          keyOf={({ change }) => change.key}
          hasCards
        />
      )}
      <Pagination page={page} pages={pages} hrefOf={(number) => `${here}?page=${number}`} />
      {canApply && (
        <p>
          {typeset(
            'Appliquer prend tout le fichier ou rien. Il n’y a pas de retour automatique : pour revenir, exportez d’abord la liste de maintenant, et déposez-la de nouveau.',
          )}
        </p>
      )}
      <div class="app-buttons">
        {canApply && (
          <ActionForm
            action={here}
            label="Appliquer les différences"
            values={{ version: checked.base }}
          />
        )}
        <ActionForm action={`${here}/abandon`} kind="secondary" label="Abandonner ce fichier" />
      </div>
    </>
  );
  const crumbs = [
    ...REFERENCE_CRUMBS,
    { href: `${REFERENCE_PATH}/${file.set}`, label: SET_WORDS[file.set].title },
  ];
  const title = pages > 1 ? `${TITLE} – page ${page} sur ${pages}` : TITLE;
  return new Page(title, content, {
    crumbs,
    isError: refusal !== undefined,
    status: refusal === undefined ? 200 : 409,
  });
}

function Facts({ waiting }: Pick<WaitingView, 'waiting'>) {
  const { file, checked } = waiting;
  const { added, changed, absent, unchanged } = checked.difference;
  return (
    <SummaryList
      facts={[
        { label: 'Ajoutés', value: String(added.length) },
        { label: 'Changés', value: String(changed.length) },
        { label: 'Terminés', value: String(absent.length) },
        { label: 'Sans différence', value: String(unchanged) },
        { label: 'Lignes du fichier', value: counted(file.rowCount, 'ligne', 'lignes') },
        ...(file.validFrom === null
          ? []
          : [{ label: 'Valable à partir du', value: shortDate(file.validFrom) }]),
        { label: 'Empreinte SHA-256', value: <code class="app-break">{file.sha256}</code> },
      ]}
    />
  );
}

interface DifferenceLine {
  readonly kind: keyof typeof KINDS;
  readonly change: RowChange;
}

const KINDS = {
  added: { label: 'Ajout', tone: 'success' },
  changed: { label: 'Changement', tone: 'info' },
  absent: { label: 'Fin', tone: 'warning' },
} as const satisfies Record<string, { label: string; tone: Tone }>;

const COLUMNS: readonly Column<DifferenceLine>[] = [
  {
    key: 'quoi',
    label: 'Objet',
    cell: ({ change }) => <span class="app-break">{change.label}</span>,
  },
  { key: 'nature', label: 'Différence', cell: ({ kind }) => <Badge {...KINDS[kind]} /> },
  { key: 'avant', label: 'Avant', cell: ({ change }) => <Side change={change} side="before" /> },
  { key: 'apres', label: 'Après', cell: ({ change }) => <Side change={change} side="after" /> },
];

interface SideProps {
  readonly change: RowChange;
  readonly side: 'before' | 'after';
}

/** The values that differ, on one side. */
function Side({ change, side }: SideProps) {
  if (change[side] === null) return 'absent';
  return (
    <ul class="app-plain">
      {change.changes.map((one) => (
        <li key={one.field} class="app-break">
          {typeset(`${labelOf(one.field)} : ${wordsOf(one.field, one[side]) || 'vide'}`)}
        </li>
      ))}
    </ul>
  );
}

/** Changes first: they are what somebody must look at. */
function linesOf({ added, changed, absent }: ReferenceDifference): readonly DifferenceLine[] {
  return [
    ...changed.map((change): DifferenceLine => ({ kind: 'changed', change })),
    ...absent.map((change): DifferenceLine => ({ kind: 'absent', change })),
    ...added.map((change): DifferenceLine => ({ kind: 'added', change })),
  ];
}
