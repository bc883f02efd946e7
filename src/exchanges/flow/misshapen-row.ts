import { ROW_FAULTS, faultText } from '../catalogue/index.js';
import type { RowFaultCode } from '../catalogue/index.js';
import type { RowAnomaly } from './anomaly.js';
import { isForbiddenCell } from './clean-text.js';

const NUMBER = /^[0-9]+$/;
/** A total or a comment fills one or two cells. */
const MOST_CELLS_OF_A_REMARK = 2;

/** An anomaly of a whole record, which no column explains. */
export function rowAnomaly(
  code: RowFaultCode,
  line: number,
  more: Partial<Pick<RowAnomaly, 'rowId' | 'position' | 'precision' | 'level' | 'rule'>> = {},
): RowAnomaly {
  const { precision = null, position = null } = more;
  const title = position === null ? 'ligne' : `cellule ${position}`;
  return {
    line,
    rowId: more.rowId ?? null,
    column: null,
    position,
    type: ROW_FAULTS[code].type,
    code,
    precision,
    level: more.level ?? ROW_FAULTS[code].level,
    value: null,
    suggestedValue: null,
    ...faultText(code, precision, { title, expected: 'une ligne complète' }),
    rule: more.rule ?? null,
    cascadeOf: null,
  };
}

/** True for a record without any content. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/**
 * What is wrong with the shape of a record (exchange.md 6.3 #57, #62): its cells are then not read, since
 * they would be taken for those of other columns. What must never travel is looked for all the same,
 * wherever it stands: a comma too many is how a comment gets in (6.5 #92). Nothing for a good shape.
 */
export function misshapenRow(
  cells: readonly string[],
  line: number,
  width: number,
): readonly RowAnomaly[] | undefined {
  const code = misshape(cells, width);
  return code && [rowAnomaly(code, line), ...forbiddenCells(cells, line)];
}

function misshape(cells: readonly string[], width: number): RowFaultCode | undefined {
  if (isRemark(cells)) return 'LIGNE_PARASITE';
  if (cells.length > width) return 'extra-cell';
  return cells.length < width ? 'missing-cell' : undefined;
}

function forbiddenCells(cells: readonly string[], line: number): readonly RowAnomaly[] {
  return cells.flatMap((cell, at) =>
    isForbiddenCell(cell) ? [rowAnomaly('CONTENU_INTERDIT', line, { position: at + 1 })] : [],
  );
}

function isRemark(cells: readonly string[]): boolean {
  // Nearly every row starts with its number: nothing more is looked at then.
  if (NUMBER.test(cells[0]?.trim() ?? '')) return false;
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length <= MOST_CELLS_OF_A_REMARK && filled.some((cell) => !NUMBER.test(cell));
}
