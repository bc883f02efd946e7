import type { ComponentChildren } from 'preact';
import { longDate, shortDate, typeset } from '../../../platform/french/index.js';
import {
  Alert,
  Badge,
  DataTable,
  EmptyState,
  ErrorSummary,
  Page,
  Pagination,
  SelectField,
  TextField,
  TitleBar,
  TwoLines,
  type Choice,
  type Column,
} from '../../../platform/pages/index.js';
import { FILE_CRUMBS } from '../file/file.page.js';
import {
  LEVEL_CHOICES,
  NO_LEVEL,
  NOTHING_ABOUT_HEALTH,
  OUTCOME_CHOICES,
} from '../outcome/outcome-words.js';
import type { RowField } from './batch-form.js';
import {
  BATCH_PATH,
  FIELD_LABELS,
  gridPath,
  presentBatch,
  type BatchContent,
  type BatchPresented,
  type BatchRow,
} from './batch.presenter.js';

/** Above the pages of a convocation. */
export const BATCH_CRUMBS = [
  ...FILE_CRUMBS,
  { href: BATCH_PATH, label: 'Résultats par convocation' },
];

interface BatchPageProps extends BatchContent {
  readonly status?: number;
  /** What was recorded of a form that comes back. */
  readonly saved?: string | null;
}

/** The outcomes of all who were convoked the same day, in one grid. */
export function batchPage({ status = 200, saved = null, ...content }: BatchPageProps): Page {
  const view = presentBatch(content);
  const isError = Object.keys(view.errors).length > 0;
  return new Page(
    view.title,
    <>
      <ErrorSummary errors={view.errors} />
      {saved !== null && <Alert tone="success" title={typeset(saved)} />}
      <TitleBar title={view.heading} over={view.over} />
      {view.rows.length === 0 ? (
        <EmptyState title="Aucun candidat convoqué ce jour-là">
          <p>
            <a href={BATCH_PATH}>Voir les convocations qui attendent un résultat</a>
          </p>
        </EmptyState>
      ) : (
        <Grid view={view} action={gridPath(content.day)} content={content} />
      )}
      <Pagination
        page={content.page}
        pages={view.pages}
        hrefOf={(page) => gridPath(content.day, page)}
      />
    </>,
    { crumbs: BATCH_CRUMBS, isError, status },
  );
}

interface GridProps {
  readonly view: BatchPresented;
  readonly action: string;
  readonly content: BatchContent;
}

function Grid({ view, action, content }: GridProps) {
  return (
    <form method="post" action={action} noValidate class="app-grid">
      {view.hasOpenRows && <HowTo today={shortDate(content.today)} hasPages={view.pages > 1} />}
      <input type="hidden" name="page" value={content.page} />
      <DataTable
        id="resultats"
        caption={`Candidats convoqués le ${longDate(content.day)}`}
        columns={COLUMNS}
        rows={view.rows}
        keyOf={({ id }) => id}
        hasCards
      />
      <div class="app-buttons">
        {view.hasOpenRows && (
          <button class="fr-btn" type="submit">
            Vérifier les résultats
          </button>
        )}
        {view.goOn !== null && (
          <button class="fr-btn fr-btn--secondary" type="submit" name="etape" value="continuer">
            {view.goOn}
          </button>
        )}
        <a class="fr-btn fr-btn--tertiary" href={BATCH_PATH}>
          Revenir aux convocations
        </a>
      </div>
    </form>
  );
}

function HowTo({ today, hasPages }: { readonly today: string; readonly hasPages: boolean }) {
  return (
    <div class="app-column">
      <p>
        {typeset(
          `Laissez « ${UNKNOWN} » quand vous ignorez encore la suite : rien n’est enregistré pour ce candidat. Écrivez les dates ainsi : ${today}.`,
        )}
      </p>
      <p>
        {typeset(
          'Un résultat enregistré est transmis aussitôt à la mission locale du jeune. Une décision plus récente pourra le compléter ; il ne pourra pas être effacé.',
        )}
      </p>
      <p>{NOTHING_ABOUT_HEALTH}</p>
      {hasPages && <p>Enregistrez ces résultats avant de passer à une autre page.</p>}
    </div>
  );
}

const UNKNOWN = 'Pas encore connu';

const COLUMNS: readonly Column<BatchRow>[] = [
  {
    key: 'jeune',
    label: 'Jeune',
    cell: (row) => (
      <>
        <input type="hidden" name={`dossier-${row.number}`} value={row.token} />
        <TwoLines under={row.under}>
          <a id={`dossier-${row.number}`} href={row.href}>
            {row.name}
          </a>
        </TwoLines>
        <RowMessage row={row} />
      </>
    ),
  },
  {
    key: 'resultat',
    label: FIELD_LABELS.resultat,
    cell: (row) =>
      row.values === null ? (
        <Recorded row={row} />
      ) : (
        <Choose row={row} field="resultat" empty={UNKNOWN} choices={OUTCOME_CHOICES} />
      ),
  },
  dayColumn('decision'),
  dayColumn('reexamen'),
  dayColumn('incorporation'),
  {
    key: 'niveau',
    label: FIELD_LABELS.niveau,
    cell: (row) =>
      filled(
        row,
        'niveau',
        <Choose row={row} field="niveau" empty={NO_LEVEL} choices={LEVEL_CHOICES} />,
      ),
  },
];

function dayColumn(field: 'decision' | 'reexamen' | 'incorporation'): Column<BatchRow> {
  return {
    key: field,
    label: FIELD_LABELS[field],
    cell: (row) => filled(row, field, <Day row={row} field={field} />),
  };
}

/** The field of a row to fill in, or what is recorded. */
function filled(row: BatchRow, field: RowField, open: ComponentChildren): ComponentChildren {
  return row.values === null ? row.recorded[field] : open;
}

interface FieldProps {
  readonly row: BatchRow;
  readonly field: RowField;
}

/** Name, label, value and error of a field; the name of the young person tells it from its neighbours. */
function fieldOf({ row, field }: FieldProps) {
  return {
    name: `${field}-${row.number}`,
    label: `${FIELD_LABELS[field]}, ${row.name}`,
    value: row.values?.[field] ?? '',
    error: row.error?.field === field ? typeset(row.error.message) : undefined,
  };
}

function Day(props: FieldProps) {
  return <TextField {...fieldOf(props)} maxlength={12} />;
}

function Choose(
  props: FieldProps & { readonly empty: string; readonly choices: readonly Choice[] },
) {
  const groups = [{ title: null, choices: props.choices }];
  return <SelectField {...fieldOf(props)} emptyLabel={props.empty} groups={groups} />;
}

function Recorded({ row }: { readonly row: BatchRow }) {
  return (
    <TwoLines under={row.recorded.resultat}>
      <Badge {...row.state} />
    </TwoLines>
  );
}

/** What is wrong with the row as a whole. */
function RowMessage({ row: { error } }: { readonly row: BatchRow }) {
  if (error?.field !== 'dossier') return null;
  return <p class="fr-message fr-message--error">{typeset(error.message)}</p>;
}
