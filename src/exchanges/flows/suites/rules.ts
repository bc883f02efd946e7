import type { RowRule, RuleBuilder } from '../../flow/index.js';
import { isAgePossible, isAgeWithinScheme } from '../../flow/index.js';
import type { AnswerRow } from './columns.js';
import { outcomeRules } from './outcome-rules.js';

type Rule = RowRule<AnswerRow>;
type Builder = RuleBuilder<AnswerRow>;

/** Rules between the cells of a SUI row (exchange.md 7.a, block K and SUI; 6.5 #81). */
export function answerRules(rule: Builder): readonly Rule[] {
  return [...keyRules(rule), ...ageRules(rule), ...outcomeRules(rule)];
}

function keyRules(rule: Builder): readonly Rule[] {
  return [
    rule({
      id: 'SUI-R001',
      about: 'Une candidature venue d’une mission locale porte la référence de l’orientation.',
      code: 'constraint-error',
      precision: 'VALEUR_OBLIGATOIRE',
      column: 'reference_orientation',
      needs: ['origine_candidature', 'reference_orientation'],
      message: 'La référence de l’orientation manque.',
      correction: 'Indiquer la référence reçue avec l’orientation.',
      broken: { reference_orientation: '' },
      holds: (row) => row.origine_candidature !== 'ML' || row.reference_orientation !== null,
    }),
    rule({
      id: 'SUI-R002',
      about: 'Une candidature venue d’une mission locale dit laquelle.',
      code: 'constraint-error',
      precision: 'VALEUR_OBLIGATOIRE',
      column: 'code_structure',
      needs: ['origine_candidature', 'code_structure'],
      message: 'Le code de la mission locale manque.',
      correction: 'Indiquer le code de la mission locale qui a orienté la personne.',
      broken: { code_structure: '' },
      holds: (row) => row.origine_candidature !== 'ML' || row.code_structure !== null,
    }),
  ];
}

function ageRules(rule: Builder): readonly Rule[] {
  return [
    rule({
      id: 'SUI-R003',
      about: 'La personne a de 14 à 35 ans le jour de l’état.',
      code: 'AGE_IMPOSSIBLE',
      column: 'date_naissance',
      needs: ['date_naissance', 'date_etat'],
      message: 'La date de naissance donne un âge de moins de 14 ans ou de plus de 35 ans.',
      correction: 'Vérifier la date de naissance et la date de l’état.',
      broken: { date_naissance: '1956-03-11' },
      holds: (row) => isAgePossible(row.date_naissance, row.date_etat),
    }),
    rule({
      id: 'SUI-R004',
      about: 'La personne a de 16 à 26 ans le jour de l’état.',
      code: 'AGE_HORS_DISPOSITIF',
      column: 'date_naissance',
      needs: ['date_naissance', 'date_etat'],
      message: 'L’âge n’est pas compris entre 16 et 26 ans.',
      correction: 'Corriger la date de naissance, ou confirmer que la ligne est exacte.',
      broken: { date_naissance: '1999-03-11' },
      holds: (row) => isAgeWithinScheme(row.date_naissance, row.date_etat),
    }),
  ];
}
