import { EVALUATION_POINTS, type Side } from '../../../evaluations/index.js';
import { monthOf } from '../../../kernel/index.js';
import { counted, frenchNumber, longMonth, typeset } from '../../../platform/french/index.js';
import { DataTable, Page, TitleBar, type Column } from '../../../platform/pages/index.js';
import type { NoteCount } from '../../use-cases/note-counts.js';
import type { NoteCountsRead } from '../../use-cases/read-note-counts.js';

interface PointRow {
  readonly code: string;
  readonly label: string;
  readonly of: (kind: NoteCount['kind'], side: Side) => string;
}

const TITLE = 'Bilans du partenariat, en nombres';
const ABOUT =
  'Combien de bilans citent chaque point. Ces nombres comptent des bilans d’organismes, jamais des jeunes ; aucun organisme n’est nommé.';

const COLUMNS: readonly Column<PointRow>[] = [
  { key: 'point', label: 'Point', cell: ({ label }) => label },
  ...columnsOf('worked', 'A bien fonctionné'),
  ...columnsOf('improve', 'À améliorer'),
];

/** The points, by how many notes of each side say them. */
export function notesPage({ firstOn, lastOn, counts }: NoteCountsRead): Page {
  const period = `De ${longMonth(monthOf(firstOn))} à ${longMonth(monthOf(lastOn))}`;
  const notesOf = (side: Side) => totalOf(counts, '', 'notes', side);
  const written = [
    counted(notesOf('mission-locale'), 'bilan de mission locale', 'bilans de missions locales'),
    counted(notesOf('unit'), 'bilan d’unité', 'bilans d’unités'),
  ];
  const content = (
    <>
      <TitleBar title={TITLE} />
      <p>{typeset(ABOUT)}</p>
      <p>{typeset(`${period} : ${written.join(', ')}.`)}</p>
      <DataTable
        id="bilans-en-nombres"
        caption="Points cités par les bilans"
        columns={COLUMNS}
        rows={EVALUATION_POINTS.values.map(({ code, label }): PointRow => ({
          code,
          label: typeset(label),
          of: (kind, side) => frenchNumber(totalOf(counts, code, kind, side)),
        }))}
        keyOf={({ code }) => code}
      />
    </>
  );
  return new Page(TITLE, content);
}

function columnsOf(kind: NoteCount['kind'], label: string): Column<PointRow>[] {
  const of = (side: Side, who: string): Column<PointRow> => ({
    key: `${kind}-${side}`,
    label: `${label} – ${who}`,
    cell: (row) => row.of(kind, side),
    isNumber: true,
  });
  return [of('mission-locale', 'missions locales'), of('unit', 'unités')];
}

function totalOf(
  counts: readonly NoteCount[],
  point: string,
  kind: NoteCount['kind'],
  side: Side,
): number {
  const found = counts.find((one) => one.point === point && one.kind === kind && one.side === side);
  return found?.total ?? 0;
}
