import type { CheckContext } from './check-context.js';
import type { AnyColumn, CellReader } from './column.js';
import type { Flow } from './flow.js';
import type { HeaderMapping } from './header-mapping.js';

/** A column made ready to read the cells of one file. */
export interface CompiledColumn {
  readonly declared: AnyColumn;
  /** Index of its cell in a record; -1 when the file does not have the column. */
  readonly index: number;
  /** Id of its own checks in the catalogue of rules: flow and place in the declaration. */
  readonly ruleId: string;
  readonly read: CellReader<unknown>;
  /** The only code the column may hold: that of the emitter, in its own column; else null. */
  readonly onlyCode: string | null;
}

/** Prepares all columns of a flow for one file. */
export function compileColumns(
  flow: Flow,
  context: CheckContext,
  mapping: HeaderMapping,
): readonly CompiledColumn[] {
  return flow.columns.map((declared, at) => ({
    declared,
    index: mapping.indexes[at] ?? -1,
    ruleId: columnRuleId(flow, at),
    read: declared.type.compile(context),
    onlyCode: declared.header === flow.emitterColumn ? context.emitterCode : null,
  }));
}

/** The id under which the checks of a column are published: `SUI-C16`. */
export function columnRuleId(flow: Flow, at: number): string {
  return `${flow.code}-C${String(at + 1).padStart(2, '0')}`;
}
