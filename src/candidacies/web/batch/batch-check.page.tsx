import {
  Alert,
  DataTable,
  Page,
  TitleBar,
  TwoLines,
  type Column,
} from '../../../platform/pages/index.js';
import { FIELD_LABELS, gridPath } from './batch.presenter.js';
import {
  presentBatchCheck,
  type BatchCheckContent,
  type BatchCheckPresented,
  type CheckedRow,
} from './batch-check.presenter.js';
import { BATCH_CRUMBS } from './batch.page.js';

const TITLE = 'Vérifiez avant d’enregistrer';

/** What will be recorded for each candidate, before it leaves the unit. */
export function batchCheckPage(content: BatchCheckContent): Page {
  const view = presentBatchCheck(content);
  return new Page(
    TITLE,
    <>
      <TitleBar title={TITLE} over={view.over} />
      <Changed names={view.changed} />
      <DataTable
        id="a-enregistrer"
        caption="Résultats à enregistrer"
        columns={COLUMNS}
        rows={view.rows}
        keyOf={({ id }) => id}
        hasCards
      />
      <div class="app-column">
        {view.apart.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>{view.follows}</p>
      </div>
      <Choice view={view} action={gridPath(content.day)} />
    </>,
    { crumbs: BATCH_CRUMBS, status: 200 },
  );
}

const COLUMNS: readonly Column<CheckedRow>[] = [
  {
    key: 'jeune',
    label: 'Jeune',
    cell: ({ name, under }) => <TwoLines under={under}>{name}</TwoLines>,
  },
  ...(['resultat', 'decision', 'reexamen', 'incorporation', 'niveau'] as const).map((field) => ({
    key: field,
    label: FIELD_LABELS[field],
    cell: (row: CheckedRow) => row[field],
  })),
];

function Changed({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <Alert tone="warning" title="Modifié depuis que vous avez ouvert la page">
      <p>{names.join(', ')}. Ce qui ne peut plus être enregistré vous sera dit.</p>
    </Alert>
  );
}

interface ChoiceProps {
  readonly view: BatchCheckPresented;
  readonly action: string;
}

/** One form for both ways out: every value goes along. */
function Choice({ view, action }: ChoiceProps) {
  return (
    <form method="post" action={action}>
      {Object.entries(view.values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div class="app-buttons">
        <button class="fr-btn" type="submit" name="etape" value="enregistrer">
          {view.save}
        </button>
        <button class="fr-btn fr-btn--secondary" type="submit" name="etape" value="modifier">
          Modifier les résultats
        </button>
      </div>
    </form>
  );
}
