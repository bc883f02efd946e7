import { isDropout, isSolution, recordedReason } from '../../../volunteers/index.js';
import type { RowRule, RuleBuilder } from '../../flow/index.js';
import { unitAgeRules, unitKeyRules } from '../unit-block/rules.js';
import type { ExitRow } from './columns.js';

const WORDS = { flow: 'SOR', day: 'le jour de la sortie', column: 'la date de sortie' } as const;

/** Rules between the cells of a SOR row (exchange.md 7.a, block K and SOR; 6.5 #81). */
export function exitRules(rule: RuleBuilder<ExitRow>): readonly RowRule<ExitRow>[] {
  return [
    ...unitKeyRules(WORDS),
    ...unitAgeRules<ExitRow>(WORDS, (row) => row.date_sortie, 'date_sortie'),
    ...situationRules(rule),
    rule({
      id: 'SOR-R007',
      about: 'L’abandon ne contredit pas le motif de sortie.',
      code: 'constraint-error',
      column: 'abandon',
      needs: ['abandon', 'motif_sortie'],
      message: 'L’abandon contredit le motif de sortie.',
      correction: 'Laisser la colonne vide, ou corriger le motif.',
      broken: { abandon: 'N' },
      holds: (row) =>
        row.abandon === null ||
        row.abandon === isDropout({ reason: recordedReason(row.motif_sortie) }),
    }),
  ];
}

function situationRules(rule: RuleBuilder<ExitRow>): readonly RowRule<ExitRow>[] {
  const needs = ['motif_sortie', 'situation_sortie'] as const;
  return [
    rule({
      id: 'SOR-R005',
      about: 'Qui s’engage dans les armées a ARMEES pour situation.',
      code: 'constraint-error',
      column: 'situation_sortie',
      needs,
      message: 'La situation ne convient pas à un engagement dans les armées.',
      correction: 'Indiquer ARMEES, ou corriger le motif.',
      broken: { motif_sortie: 'ENGAGEMENT_ARMEES', abandon: '' },
      holds: (row) => row.motif_sortie !== 'ENGAGEMENT_ARMEES' || row.situation_sortie === 'ARMEES',
    }),
    rule({
      id: 'SOR-R006',
      about: 'Une sortie anticipée pour insertion a une solution.',
      code: 'constraint-error',
      column: 'situation_sortie',
      needs,
      message: 'Une sortie anticipée pour insertion a une solution.',
      correction: 'Indiquer la solution trouvée, ou corriger le motif.',
      broken: { motif_sortie: 'FIN_ANTICIPEE_INSERTION', abandon: '' },
      holds: (row) =>
        row.motif_sortie !== 'FIN_ANTICIPEE_INSERTION' || isSolution(row.situation_sortie),
    }),
  ];
}
