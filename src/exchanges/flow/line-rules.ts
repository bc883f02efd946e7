import { addMonths, parseMonth } from '../../kernel/index.js';
import type { Month } from '../../kernel/index.js';
import type { LineBlockRow, LineType } from './blocks/line-block.js';
import type { FileFacts } from './check-context.js';
import { rule } from './rule.js';
import type { RowRule } from './rule.js';

/** No older month is corrected (exchange.md 7.a, block L). */
export const OLDEST_CORRECTION_MONTHS = 24;

/**
 * What the header columns of a line must be in a file of this nature and period (exchange.md 7.a, block
 * L; contract.md 3). Corrections of closed periods may stand in any monthly file, as the manifest's
 * counters show (exchange.md 7.b).
 */
export function lineRules(flowCode: string, file: FileFacts): readonly RowRule<LineBlockRow>[] {
  return [
    typeRule(`${flowCode}-L001`, file),
    periodGivenRule(`${flowCode}-L002`),
    periodRangeRule(`${flowCode}-L003`, file),
  ];
}

/** The types of line that a file may hold. */
export function lineTypesOf({ nature, isSlotOpen }: FileFacts): readonly LineType[] {
  if (nature === 'S') return ['EVENEMENT'];
  const corrections: readonly LineType[] = ['CORRECTION', 'ANNULATION'];
  return nature === 'C' && !isSlotOpen ? corrections : ['SITUATION', ...corrections];
}

/** True for the lines that change a closed period. */
export function isCorrection(type: LineType): boolean {
  return type === 'CORRECTION' || type === 'ANNULATION';
}

function typeRule(id: string, file: FileFacts): RowRule<LineBlockRow> {
  const allowed = lineTypesOf(file);
  return rule({
    id,
    about: 'Le type de ligne convient à la nature du fichier.',
    code: 'constraint-error',
    precision: 'TYPE_LIGNE_NATURE',
    column: 'type_ligne',
    needs: ['type_ligne'],
    message: 'Ce type de ligne ne peut pas figurer dans un fichier de cette nature.',
    correction: `Employer ${allowed.join(', ')}.`,
    broken: {},
    holds: (row) => allowed.includes(row.type_ligne),
  });
}

function periodGivenRule(id: string): RowRule<LineBlockRow> {
  return rule({
    id,
    about: 'Une ligne CORRECTION ou ANNULATION dit quelle période elle change.',
    code: 'constraint-error',
    precision: 'VALEUR_OBLIGATOIRE',
    column: 'periode_rattachement',
    needs: ['type_ligne', 'periode_rattachement'],
    message: 'Une correction ou une annulation doit dire quelle période elle change.',
    correction: 'Indiquer le mois concerné au format AAAA-MM.',
    broken: {},
    holds: (row) => !isCorrection(row.type_ligne) || row.periode_rattachement !== null,
  });
}

function periodRangeRule(id: string, file: FileFacts): RowRule<LineBlockRow> {
  const current = parseMonth(file.period.slice(0, 7));
  return rule({
    id,
    about:
      'La période de rattachement précède celle du fichier, de 24 mois au plus ; une annulation peut dire celle du fichier.',
    code: 'constraint-error',
    precision: 'PERIODE_RATTACHEMENT',
    column: 'periode_rattachement',
    needs: ['type_ligne', 'periode_rattachement'],
    message: 'La période de rattachement ne convient pas.',
    correction:
      'Indiquer un mois plus ancien que la période du fichier, de 24 mois au plus, pour une correction, ou ce mois même pour une annulation ; laisser vide sinon.',
    broken: {},
    holds: ({ type_ligne: type, periode_rattachement: period }) =>
      period === null || current === undefined || suits(type, period, current),
  });
}

/**
 * A situation may repeat the period of its file: some software always fills the column. An annulment may
 * name it too: what a notice told that month is taken back within it.
 */
function suits(type: LineType, period: Month, current: Month): boolean {
  if (!isCorrection(type)) return period === current;
  const isBefore = type === 'ANNULATION' ? period <= current : period < current;
  return isBefore && period >= addMonths(current, -OLDEST_CORRECTION_MONTHS);
}
