import { endIssues } from '../../../volunteers/index.js';
import type { RowRule, RuleBuilder } from '../../flow/index.js';
import { unitAgeRules, unitKeyRules } from '../unit-block/rules.js';
import type { IncorporationRow } from './columns.js';

const WORDS = {
  flow: 'INC',
  day: 'le jour de l’incorporation',
  column: 'la date d’incorporation',
} as const;

/** Rules between the cells of an INC row (exchange.md 7.a, block K and INC; 6.5 #81). */
export function incorporationRules(
  rule: RuleBuilder<IncorporationRow>,
): readonly RowRule<IncorporationRow>[] {
  const needs = ['date_incorporation', 'date_fin_prevue'] as const;
  return [
    ...unitKeyRules(WORDS),
    ...unitAgeRules<IncorporationRow>(WORDS, (row) => row.date_incorporation, 'date_incorporation'),
    rule({
      id: 'INC-R005',
      about: 'La fin prévue suit l’incorporation.',
      code: 'CHRONOLOGIE',
      column: 'date_fin_prevue',
      needs,
      message: 'La fin prévue ne suit pas l’incorporation.',
      correction: 'Indiquer le dernier jour prévu du contrat.',
      broken: { date_fin_prevue: '2026-11-03' },
      holds: (row) => row.date_fin_prevue > row.date_incorporation,
    }),
    rule({
      id: 'INC-R006',
      about: 'Un contrat dure cinq ans au plus.',
      code: 'constraint-error',
      column: 'date_fin_prevue',
      needs,
      message: 'La fin prévue est à plus de cinq ans de l’incorporation.',
      correction: 'Vérifier la fin prévue du contrat.',
      broken: { date_fin_prevue: '2031-11-04' },
      holds: ({ date_incorporation: incorporatedOn, date_fin_prevue: plannedEndOn }) =>
        endIssues({ incorporatedOn, plannedEndOn }).every(
          ({ code }) => code !== 'constraint-error',
        ),
    }),
  ];
}
