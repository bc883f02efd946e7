import type { ReferenceRow } from './reference-table.js';

/** One record of a file as scanned: physical line, and values. */
export interface TableRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Why a file does not do: where, and what to do about it. */
export interface TableFault {
  /** Physical line, the header being line 1; null for the file as a whole. */
  readonly line: number | null;
  readonly column: string | null;
  /** French. */
  readonly said: string;
}

/** What a file says, or why it does not do: nothing is applied as long as one line is faulty. */
export interface TableReading {
  readonly rows: readonly ReferenceRow[];
  readonly faults: readonly TableFault[];
}

/** A line by the names of its columns. */
export interface NamedLine {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** What a spreadsheet is told not to compute begins with an apostrophe; it is no part of the value. */
const GUARDED = /^'(?=[=+\-@＝＋－＠])/u;

/** Puts the values of each line under the names of the columns; the header stands first, exactly. */
export function namedLines(
  columns: readonly string[],
  records: readonly TableRecord[],
): { readonly lines: readonly NamedLine[]; readonly faults: readonly TableFault[] } {
  const [header, ...body] = records;
  const names = header?.cells.map((cell) => cell.trim()) ?? [];
  if (names.length !== columns.length || columns.some((name, at) => names[at] !== name)) {
    const said = `L’en-tête attendu est : ${columns.join(' ; ')}. Partez du fichier exporté de cette page.`;
    return { lines: [], faults: [{ line: header?.line ?? 1, column: null, said }] };
  }
  const lines: NamedLine[] = [];
  const faults: TableFault[] = [];
  for (const { line, cells } of body) {
    if (cells.length !== columns.length) {
      const said = `La ligne compte ${cells.length} valeurs au lieu de ${columns.length} : vérifiez les points-virgules.`;
      faults.push({ line, column: null, said });
      continue;
    }
    const named = columns.map((name, at) => [name, (cells[at] ?? '').trim().replace(GUARDED, '')]);
    lines.push({ line, cells: Object.fromEntries(named) });
  }
  return { lines, faults };
}

/** A fault for each line that names again what a line above named. */
export function repeatedKeys(
  keys: readonly { readonly line: number; readonly key: string }[],
  column: string,
): TableFault[] {
  const first = new Map<string, number>();
  return keys.flatMap(({ line, key }) => {
    const above = first.get(key);
    if (above === undefined) {
      first.set(key, line);
      return [];
    }
    return [{ line, column, said: `Déjà à la ligne ${above} : gardez une seule des deux lignes.` }];
  });
}
