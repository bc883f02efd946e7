import type { LocalDate } from '../../kernel/index.js';
import type { AnyColumn, RowOfColumns } from './column.js';
import { rule } from './rule.js';
import type { RowRule, RuleBuilder } from './rule.js';

export type FlowSide = 'mission-locale' | 'unit';

/** Cells that a row may fill only where the person agreed (exchange.md 7.a, DIR). */
export interface Consent<Header extends string = string> {
  /** The yes or no column that says so; it stands before the cells. */
  readonly column: Header;
  readonly headers: readonly Header[];
  /** Id of the rule that is told of each cell filled without it: such a cell is kept nowhere. */
  readonly ruleId: string;
}

/** A flow of the exchange, declared once: checks, schema, documentation and files derive from it. */
export interface Flow<
  Code extends string = string,
  Columns extends readonly AnyColumn[] = readonly AnyColumn[],
> {
  /** Three capital letters, as in file names. */
  readonly code: Code;
  /** `majeure.mineure.correctif` of the schema (exchange.md 7.j). */
  readonly version: string;
  /** French. */
  readonly title: string;
  readonly about: string;
  readonly from: FlowSide;
  readonly to: FlowSide;
  /** True when the flow also travels as event notices, nature S (exchange.md 7.a, SIG). */
  readonly hasNotices: boolean;
  readonly columns: Columns;
  /** Headers of the columns unique in a photo, for the published schema. */
  readonly primaryKey: readonly string[];
  /** Column that must hold the code of the organisation that sends. */
  readonly emitterColumn: string;
  /** Column of the recipient's code: `par_destinataire` of the manifest counts on it. */
  readonly recipientColumn: string;
  /** Headers of the columns masked in reports and logs. */
  readonly sensitiveColumns: readonly string[];
  /** Null when every cell may always be filled. */
  readonly consent: Consent | null;
  readonly rules: readonly RowRule<RowOfColumns<Columns>>[];
  /** Valid rows of fictitious people, as cells by header; a header left out is an empty cell. */
  readonly samples: readonly Readonly<Record<string, string>>[];
  /** What names the case: the same in every file (exchange.md 7.a). */
  naturalKey(row: RowOfColumns<Columns>): readonly string[];
  /** Civil day of what the row tells: its reference date in a notice (exchange.md 7.e). */
  eventDay(row: RowOfColumns<Columns>): LocalDate;
}

/** The row type of a flow. */
export type RowOf<F extends Flow> = RowOfColumns<F['columns']>;

/** What a flow folder writes. */
export interface FlowDeclaration<Code extends string, Columns extends readonly AnyColumn[]> {
  readonly code: Code;
  readonly version: string;
  readonly title: string;
  readonly about: string;
  readonly from: FlowSide;
  readonly to: FlowSide;
  readonly hasNotices: boolean;
  readonly columns: Columns;
  readonly primaryKey: readonly Columns[number]['header'][];
  readonly emitterColumn: Columns[number]['header'];
  readonly recipientColumn: Columns[number]['header'];
  readonly consent?: Consent<Columns[number]['header']>;
  readonly samples: readonly Readonly<Partial<Record<Columns[number]['header'], string>>>[];
  naturalKey(row: RowOfColumns<Columns>): readonly string[];
  eventDay(row: RowOfColumns<Columns>): LocalDate;
  rules(rule: RuleBuilder<RowOfColumns<Columns>>): readonly RowRule<RowOfColumns<Columns>>[];
}

/** Declares a flow; the type of its rows follows from its columns. */
export function defineFlow<Code extends string, const Columns extends readonly AnyColumn[]>(
  declaration: FlowDeclaration<Code, Columns>,
): Flow<Code, Columns> {
  const { columns, samples } = declaration;
  return {
    ...declaration,
    consent: declaration.consent ?? null,
    samples: samples.map((sample) => filledCells(sample)),
    sensitiveColumns: columns.filter((column) => column.isSensitive).map(({ header }) => header),
    rules: declaration.rules(rule),
  };
}

/** The headers of a flow, in the order of its files. */
export function headersOf(flow: Flow): readonly string[] {
  return flow.columns.map((column) => column.header);
}

/** The natural key as one text, as the manifest's `somme_controle` takes it (contract.md 3). */
export function naturalKeyText<F extends Flow>(flow: F, row: RowOf<F>): string {
  return flow.naturalKey(row).join('|');
}

function filledCells(sample: Readonly<Partial<Record<string, string>>>): Record<string, string> {
  const cells = Object.entries(sample).flatMap(([header, cell]) =>
    cell === undefined ? [] : [[header, cell] as const],
  );
  return Object.fromEntries(cells);
}
