import type { RowRule, RuleBuilder } from '../../flow/index.js';
import { unitAgeRules, unitKeyRules } from '../unit-block/rules.js';
import type { AnswerRow } from './columns.js';
import { outcomeRules } from './outcome-rules.js';

const WORDS = { flow: 'SUI', day: 'le jour de l’état', column: 'la date de l’état' } as const;

/** Rules between the cells of a SUI row (exchange.md 7.a, block K and SUI; 6.5 #81). */
export function answerRules(rule: RuleBuilder<AnswerRow>): readonly RowRule<AnswerRow>[] {
  return [
    ...unitKeyRules(WORDS),
    ...unitAgeRules<AnswerRow>(WORDS, (row) => row.date_etat, 'date_etat'),
    ...outcomeRules(rule),
  ];
}
