import { isBlocking } from '../catalogue/index.js';
import type { RowAnomaly } from './anomaly.js';
import type { CheckContext } from './check-context.js';
import { cleanText } from './clean-text.js';
import { compileColumns } from './compiled-column.js';
import type { CompiledColumn } from './compiled-column.js';
import type { Flow, RowOf } from './flow.js';
import { declaredMapping } from './header-mapping.js';
import type { HeaderMapping } from './header-mapping.js';
import { lineRules } from './line-rules.js';
import { misshapenRow } from './misshapen-row.js';
import { RowFaultsFound } from './row-faults-found.js';
import type { RowRule } from './rule.js';

/** What one record turned out to be: a row, perhaps with remarks, or all the reasons against it. */
export type RowReading<Row> = {
  /** `identifiant_ligne`, when it could be read. */
  readonly rowId: number | null;
  readonly anomalies: readonly RowAnomaly[];
} & ({ readonly isAccepted: true; readonly row: Row } | { readonly isAccepted: false });

/** Checks one record: `line` is its physical line, header = 1. */
export type RowCheck<Row> = (cells: readonly string[], line: number) => RowReading<Row>;

interface CompiledRule {
  readonly declared: RowRule<Record<string, unknown>>;
  readonly needs: readonly number[];
  readonly column: CompiledColumn;
}

const NO_ANOMALY: readonly RowAnomaly[] = [];

/**
 * Prepares the check of the rows of one file: cells, rules between cells, scope of the emitter and, when
 * the file is known, type of line. All anomalies of a row come at once. What two rows say of each other
 * is for `FileRowCheck`.
 */
export function compileRowCheck<F extends Flow>(
  flow: F,
  context: CheckContext,
  mapping: HeaderMapping = declaredMapping(flow),
): RowCheck<RowOf<F>> {
  const columns = compileColumns(flow, context, mapping);
  const rules = compileRules(flow, context, columns);
  const consent = compileConsent(flow);
  const found = new RowFaultsFound();
  return (cells, line) => {
    const misshapen = misshapenRow(cells, line, mapping.width);
    if (misshapen) return { isAccepted: false, rowId: null, anomalies: misshapen };
    const { values, refused } = readCells(columns, cells, consent, found);
    for (const rule of rules) applyRule(rule, values, refused, cells, found);
    const id = values['identifiant_ligne'];
    const rowId = typeof id === 'number' ? id : null;
    const anomalies = found.isEmpty ? NO_ANOMALY : found.take(line, rowId);
    if (anomalies.some(({ level }) => isBlocking(level))) {
      return { isAccepted: false, rowId, anomalies };
    }
    // Every column was read by the reader its type comes from, and none was refused.
    return { isAccepted: true, rowId, anomalies, row: values as RowOf<F> };
  };
}

function compileRules(
  flow: Flow,
  context: CheckContext,
  columns: readonly CompiledColumn[],
): readonly CompiledRule[] {
  const declared = context.file ? lineRules(flow.code, context.file) : [];
  const indexOf = (header: string) =>
    columns.findIndex((column) => column.declared.header === header);
  return [...declared, ...flow.rules].flatMap((rule) => {
    const column = columns[indexOf(rule.column)];
    return column ? [{ declared: rule, needs: rule.needs.map(indexOf), column }] : [];
  });
}

function readCells(
  columns: readonly CompiledColumn[],
  cells: readonly string[],
  consent: CompiledConsent | null,
  found: RowFaultsFound,
): { values: Record<string, unknown>; refused: ReadonlySet<number> } {
  const values: Record<string, unknown> = {};
  let refused = NONE_REFUSED;
  let at = 0;
  for (const column of columns) {
    const raw = cells[column.index] ?? '';
    const isWithheld = consent !== null && isWithheldBy(consent, column, raw, values);
    if (isWithheld) found.reportRule(consent.rule, column, raw, true);
    const value = isWithheld ? undefined : readCell(column, raw, found);
    values[column.declared.header] = value ?? null;
    if (value === undefined) refused = new Set([...refused, at]);
    at += 1;
  }
  return { values, refused };
}

/** Where agreement is said, the cells it opens, and the rule on those filled without. */
interface CompiledConsent {
  readonly column: string;
  readonly headers: ReadonlySet<string>;
  readonly rule: RowRule<Record<string, unknown>>;
}

function compileConsent({ consent, rules }: Flow): CompiledConsent | null {
  const rule = rules.find(({ id }) => id === consent?.ruleId);
  return consent && rule ? { ...consent, headers: new Set(consent.headers), rule } : null;
}

/** Anything but a plain yes is no: what is not read is not kept either. */
function isWithheldBy(
  { column, headers }: CompiledConsent,
  { declared }: CompiledColumn,
  raw: string,
  values: Readonly<Record<string, unknown>>,
): boolean {
  return headers.has(declared.header) && values[column] !== true && raw.trim() !== '';
}

const NONE_REFUSED: ReadonlySet<number> = new Set();

/** The value of a cell, null when empty; nothing when it was refused. */
function readCell(column: CompiledColumn, raw: string, found: RowFaultsFound): unknown {
  found.at(column, raw);
  const text = raw === '' ? raw : cleanText(raw, found);
  if (text === undefined) return undefined;
  if (text === '') {
    if (!column.declared.required) return null;
    found.report('constraint-error', { precision: 'VALEUR_OBLIGATOIRE' });
    return undefined;
  }
  const value = column.read(text, found);
  if (column.onlyCode === null || value === undefined || value === column.onlyCode) return value;
  found.report('HORS_PERIMETRE');
  return undefined;
}

function applyRule(
  { declared, needs, column }: CompiledRule,
  values: Record<string, unknown>,
  refused: ReadonlySet<number>,
  cells: readonly string[],
  found: RowFaultsFound,
): void {
  if (refused.size > 0 && needs.some((at) => refused.has(at))) return;
  if (declared.holds(values)) return;
  found.reportRule(declared, column, cells[column.index] ?? '');
}
