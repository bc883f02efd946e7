import { spanOf } from '../../flow/index.js';
import type { RowRule, RuleBuilder } from '../../flow/index.js';
import type { AnswerRow } from './columns.js';

type Rule = RowRule<AnswerRow>;
type Builder = RuleBuilder<AnswerRow>;

/** The outcomes that call for a date from which the person may apply again. */
const TO_REEXAMINE: readonly unknown[] = ['INAPTE_TEMPORAIRE', 'AJOURNE'];
/** A reopened candidacy starts anew: its former outcome is history. */
const UNDECIDED: readonly unknown[] = ['RECUE', 'EN_EVALUATION', 'CONVOQUEE'];

/**
 * Rules on the outcome (exchange.md 7.a, SUI). Messages name no outcome: the column is masked in reports.
 */
export function outcomeRules(rule: Builder): readonly Rule[] {
  return [
    ...decisionRules(rule),
    ...reexaminationRules(rule),
    ...incorporationRules(rule),
    decidedByThen(rule),
  ];
}

function decisionRules(rule: Builder): readonly Rule[] {
  return [
    rule({
      id: 'SUI-R005',
      about: 'Une candidature décidée a une suite.',
      code: 'constraint-error',
      precision: 'VALEUR_OBLIGATOIRE',
      column: 'code_suite',
      needs: ['etat_candidature', 'code_suite'],
      message: 'Une candidature décidée doit porter un code de suite.',
      correction: 'Renseigner code_suite.',
      broken: { code_suite: '' },
      holds: (row) => row.etat_candidature !== 'DECIDEE' || row.code_suite !== null,
    }),
    rule({
      id: 'SUI-R006',
      about: 'Une suite a une date, et une candidature décidée aussi.',
      code: 'constraint-error',
      precision: 'VALEUR_OBLIGATOIRE',
      column: 'date_suite',
      needs: ['etat_candidature', 'code_suite', 'date_suite'],
      message: 'Une candidature décidée doit porter une date de suite.',
      correction: 'Renseigner date_suite au format AAAA-MM-JJ.',
      broken: { date_suite: '' },
      holds: (row) =>
        (row.etat_candidature !== 'DECIDEE' && row.code_suite === null) || row.date_suite !== null,
    }),
    rule({
      id: 'SUI-R007',
      about: 'Une candidature décidée a un niveau évalué, NON_EVALUE s’il ne l’a pas été.',
      code: 'constraint-error',
      precision: 'VALEUR_OBLIGATOIRE',
      column: 'niveau_evalue',
      needs: ['etat_candidature', 'niveau_evalue'],
      message: 'Une candidature décidée doit porter un niveau évalué.',
      correction: 'Renseigner niveau_evalue, NON_EVALUE si aucun test n’a eu lieu.',
      broken: { niveau_evalue: '' },
      holds: (row) => row.etat_candidature !== 'DECIDEE' || row.niveau_evalue !== null,
    }),
    rule({
      id: 'SUI-R008',
      about: 'Une candidature qui n’est pas encore décidée n’a pas de suite.',
      code: 'constraint-error',
      precision: 'SUITE_SANS_DECISION',
      column: 'code_suite',
      needs: ['etat_candidature', 'code_suite'],
      message: 'Une candidature qui n’est pas décidée ne peut pas porter de suite.',
      correction: 'Indiquer l’état DECIDEE, ou laisser la suite vide.',
      broken: { etat_candidature: 'EN_EVALUATION' },
      holds: (row) => !UNDECIDED.includes(row.etat_candidature) || row.code_suite === null,
    }),
  ];
}

function reexaminationRules(rule: Builder): readonly Rule[] {
  return [
    rule({
      id: 'SUI-R009',
      about: 'Un ajournement ou une inaptitude temporaire a une date de réexamen.',
      code: 'constraint-error',
      precision: 'VALEUR_OBLIGATOIRE',
      column: 'date_reexamen',
      needs: ['code_suite', 'date_reexamen'],
      message: 'La suite indiquée demande une date de réexamen.',
      correction: 'Renseigner date_reexamen : un jour AAAA-MM-JJ ou un mois AAAA-MM.',
      broken: { code_suite: 'AJOURNE' },
      holds: (row) => !TO_REEXAMINE.includes(row.code_suite) || row.date_reexamen !== null,
    }),
    rule({
      id: 'SUI-R010',
      about: 'Le réexamen vient après la suite.',
      code: 'CHRONOLOGIE',
      column: 'date_reexamen',
      needs: ['date_suite', 'date_reexamen'],
      message: 'La date de réexamen ne suit pas la date de la suite.',
      correction: 'Vérifier date_suite et date_reexamen.',
      broken: { date_reexamen: '2026-10' },
      // A month suits as long as one of its days does.
      holds: ({ date_suite: decidedOn, date_reexamen: again }) =>
        decidedOn === null || again === null || spanOf(again).last > decidedOn,
    }),
  ];
}

function incorporationRules(rule: Builder): readonly Rule[] {
  return [
    rule({
      id: 'SUI-R011',
      about: 'Une personne retenue a une date d’incorporation prévue.',
      code: 'constraint-error',
      precision: 'VALEUR_OBLIGATOIRE',
      column: 'date_incorporation_prevue',
      needs: ['code_suite', 'date_incorporation_prevue'],
      message: 'La suite indiquée demande une date d’incorporation prévue.',
      correction: 'Renseigner date_incorporation_prevue au format AAAA-MM-JJ.',
      broken: { date_incorporation_prevue: '' },
      holds: (row) => row.code_suite !== 'APTE_RETENU' || row.date_incorporation_prevue !== null,
    }),
    rule({
      id: 'SUI-R012',
      about: 'Une personne retenue a un contingent.',
      code: 'constraint-error',
      precision: 'VALEUR_OBLIGATOIRE',
      column: 'contingent',
      needs: ['code_suite', 'contingent'],
      message: 'La suite indiquée demande un contingent.',
      correction: 'Renseigner contingent.',
      broken: { contingent: '' },
      holds: (row) => row.code_suite !== 'APTE_RETENU' || row.contingent !== null,
    }),
    rule({
      id: 'SUI-R013',
      about: 'L’incorporation prévue ne précède pas la suite.',
      code: 'CHRONOLOGIE',
      column: 'date_incorporation_prevue',
      needs: ['date_suite', 'date_incorporation_prevue'],
      message: 'La date d’incorporation prévue précède la date de la suite.',
      correction: 'Vérifier date_suite et date_incorporation_prevue.',
      broken: { date_incorporation_prevue: '2026-11-01' },
      holds: ({ date_suite: decidedOn, date_incorporation_prevue: joinsOn }) =>
        decidedOn === null || joinsOn === null || joinsOn >= decidedOn,
    }),
  ];
}

/** Only a warning: some software dates the state by the day it was entered. */
function decidedByThen(rule: Builder): Rule {
  return rule({
    id: 'SUI-R014',
    about: 'La suite a été donnée au plus tard le jour de l’état.',
    code: 'CHRONOLOGIE',
    level: 'AVERTISSEMENT',
    column: 'date_suite',
    needs: ['date_etat', 'date_suite'],
    message: 'La date de la suite dépasse la date de l’état.',
    correction: 'Vérifier date_etat et date_suite.',
    broken: { date_suite: '2026-11-18' },
    holds: (row) => row.date_suite === null || row.date_suite <= row.date_etat,
  });
}
