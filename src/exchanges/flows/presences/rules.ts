import { lastDay } from '../../../kernel/index.js';
import type { RowRule } from '../../flow/index.js';
import { unitAgeRules, unitKeyRules } from '../unit-block/rules.js';
import type { PresenceRow } from './columns.js';

const WORDS = { flow: 'CEU', day: 'à la fin du mois', column: 'le mois' } as const;

/** Rules between the cells of a CEU row (exchange.md 7.a, block K and CEU; 6.5 #81). */
export function presenceRules(): readonly RowRule<PresenceRow>[] {
  return [
    ...unitKeyRules(WORDS),
    ...unitAgeRules<PresenceRow>(WORDS, (row) => lastDay(row.mois), 'mois'),
  ];
}
