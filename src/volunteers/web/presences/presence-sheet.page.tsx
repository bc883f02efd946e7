import type { Month } from '../../../kernel/index.js';
import { counted, longMonth, typeset } from '../../../platform/french/index.js';
import {
  CheckboxesField,
  DataTable,
  EmptyState,
  ErrorSummary,
  Page,
  SelectField,
  TitleBar,
  TwoLines,
  type Column,
  type FormErrors,
} from '../../../platform/pages/index.js';
import { PRESENCES } from '../act/act-fields.js';
import { PRESENCES_PATH, SERVICE_CRUMBS, VOLUNTEERS_PATH } from '../volunteer-words.js';
import { OTHERS } from './presence-sheet-form.js';

/** A young person of whom the month is to be told. */
export interface SheetRow {
  readonly id: string;
  readonly number: number;
  readonly token: string;
  readonly name: string;
  readonly under: string;
  readonly partner: string;
}

interface SheetProps {
  readonly month: Month;
  readonly rows: readonly SheetRow[];
  /** How many there are to tell in all. */
  readonly total: number;
  readonly errors?: FormErrors;
}

/** The presences of a month, all on one page (F11). */
export function presenceSheetPage({ month, rows, total, errors = {} }: SheetProps): Page {
  const title = `Présences : ${longMonth(month)}`;
  const isError = Object.keys(errors).length > 0;
  return new Page(
    typeset(title),
    <>
      <ErrorSummary errors={errors} />
      <TitleBar title={typeset(title)} over={total === 0 ? undefined : figures(rows, total)} />
      {rows.length === 0 ? (
        <EmptyState title="Rien à dire pour ce mois">
          <p>
            <a href={VOLUNTEERS_PATH}>Voir les volontaires en service</a>
          </p>
        </EmptyState>
      ) : (
        <Sheet month={month} rows={rows} errors={errors} />
      )}
    </>,
    { crumbs: SERVICE_CRUMBS, isError, status: isError ? 422 : 200 },
  );
}

function figures(rows: readonly SheetRow[], total: number): string {
  const all = counted(total, 'jeune', 'jeunes');
  return rows.length === total
    ? all
    : `${all} : les ${rows.length} premiers ici, les suivants après l’enregistrement`;
}

function Sheet({ month, rows, errors }: Required<Omit<SheetProps, 'total'>>) {
  return (
    <form method="post" action={PRESENCES_PATH} noValidate class="app-grid">
      <p class="app-column">
        {typeset(
          'La mission locale de chaque jeune voit ce que vous dites ici. Ne dites jamais le motif d’une absence. Un jeune qui n’est plus en service a aussi une sortie à enregistrer.',
        )}
      </p>
      <input type="hidden" name="mois" value={month} />
      <DataTable
        id="presences"
        caption={typeset(`Jeunes en service, ${longMonth(month)}`)}
        columns={COLUMNS}
        rows={rows}
        keyOf={({ id }) => id}
        hasCards
      />
      <CheckboxesField
        name={OTHERS.name}
        label="Les autres"
        values={[]}
        choices={[
          { value: OTHERS.value, label: 'Ceux pour qui rien n’est choisi étaient en service' },
        ]}
        error={errors[OTHERS.name]}
      />
      <div class="app-buttons">
        <button class="fr-btn" type="submit">
          Enregistrer les présences
        </button>
      </div>
    </form>
  );
}

const COLUMNS: readonly Column<SheetRow>[] = [
  {
    key: 'jeune',
    label: 'Jeune',
    cell: ({ id, number, token, name, under }) => (
      <>
        <input type="hidden" name={`service-${number}`} value={token} />
        <TwoLines under={under}>
          <a href={`${VOLUNTEERS_PATH}/${id}`}>{name}</a>
        </TwoLines>
      </>
    ),
  },
  { key: 'partenaire', label: 'Mission locale', cell: ({ partner }) => partner },
  {
    key: 'presence',
    label: 'Présence',
    cell: ({ number, name }) => (
      <SelectField
        name={`presence-${number}`}
        label={`Présence, ${name}`}
        emptyLabel="À dire"
        groups={[{ title: null, choices: PRESENCES }]}
        value=""
      />
    ),
  },
];
