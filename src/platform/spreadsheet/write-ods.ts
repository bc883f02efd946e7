import { writeOds as write } from 'hucre/ods';

/** A cell: a text shows as it is, never as a formula; a number can be reckoned with. */
export type SheetCell = string | number;

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  /** Lines that stand out: the first ones. */
  readonly headings: number;
  readonly rows: readonly (readonly SheetCell[])[];
}

/** An OpenDocument workbook. The one place that knows which package writes it. */
export async function writeOds(title: string, sheets: readonly Sheet[]): Promise<Uint8Array> {
  return write({
    properties: { title },
    sheets: sheets.map(({ name, rows, headings }) => ({
      name,
      rows: rows.map((row) => [...row]),
      cells: new Map(
        rows
          .slice(0, headings)
          .flatMap((row, at) =>
            row.map((value, column) => [
              `${at},${column}`,
              { value, style: { font: { bold: true } } },
            ]),
          ),
      ),
    })),
  });
}
