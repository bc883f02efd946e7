import { addMonthsToDate } from '../../../kernel/index.js';
import { isPartialBirthDate } from '../../../people/index.js';
import { isAgePossible, isAgeWithinScheme } from '../../flow/index.js';
import type { RowRule, RuleBuilder } from '../../flow/index.js';
import type { OrientationRow } from './columns.js';

type Rule = RowRule<OrientationRow>;
type Builder = RuleBuilder<OrientationRow>;

const LONGEST_CEJ_MONTHS = 18;

/** Rules between the cells of an ORI row (exchange.md 7.a, block I and ORI; 6.5 #81). */
export function orientationRules(rule: Builder): readonly Rule[] {
  return [noticeBeforeReferral(rule), ...cejRules(rule), ...birthRules(rule)];
}

function noticeBeforeReferral(rule: Builder): Rule {
  return rule({
    id: 'ORI-R001',
    about: 'La personne a reçu la notice d’information avant son orientation, ou le même jour.',
    code: 'CHRONOLOGIE',
    column: 'date_information_jeune',
    needs: ['date_information_jeune', 'date_orientation'],
    message: 'La date d’information suit la date d’orientation.',
    correction: 'Vérifier les deux dates : l’information vient avant la transmission.',
    broken: { date_information_jeune: '2026-11-21' },
    holds: (row) => row.date_information_jeune <= row.date_orientation,
  });
}

function cejRules(rule: Builder): readonly Rule[] {
  return [
    rule({
      id: 'ORI-R002',
      about: 'Une personne en CEJ a une date de début de CEJ.',
      code: 'constraint-error',
      precision: 'VALEUR_OBLIGATOIRE',
      column: 'cej_date_debut',
      needs: ['accompagnement', 'cej_date_debut'],
      message: 'Le début du CEJ manque.',
      correction: 'Indiquer la date de début du CEJ au format AAAA-MM-JJ.',
      broken: { cej_date_debut: '' },
      holds: (row) => row.accompagnement !== 'CEJ' || row.cej_date_debut !== null,
    }),
    rule({
      id: 'ORI-R003',
      about: 'Une personne en CEJ a une date de fin prévue de CEJ.',
      code: 'constraint-error',
      precision: 'VALEUR_OBLIGATOIRE',
      column: 'cej_date_fin_prevue',
      needs: ['accompagnement', 'cej_date_fin_prevue'],
      message: 'La fin prévue du CEJ manque.',
      correction: 'Indiquer la date de fin prévue du CEJ au format AAAA-MM-JJ.',
      broken: { cej_date_fin_prevue: '' },
      holds: (row) => row.accompagnement !== 'CEJ' || row.cej_date_fin_prevue !== null,
    }),
    rule({
      id: 'ORI-R004',
      about: 'Le CEJ finit après son début.',
      code: 'CHRONOLOGIE',
      column: 'cej_date_fin_prevue',
      needs: ['cej_date_debut', 'cej_date_fin_prevue'],
      message: 'La fin prévue du CEJ ne suit pas son début.',
      correction: 'Vérifier les deux dates du CEJ.',
      broken: { cej_date_fin_prevue: '2026-09-01' },
      holds: ({ cej_date_debut: start, cej_date_fin_prevue: end }) =>
        start === null || end === null || end > start,
    }),
    rule({
      id: 'ORI-R005',
      about: 'Un CEJ dure 18 mois au plus.',
      code: 'constraint-error',
      precision: 'DUREE_CEJ',
      column: 'cej_date_fin_prevue',
      needs: ['cej_date_debut', 'cej_date_fin_prevue'],
      message: 'Le CEJ dure plus de 18 mois.',
      correction: 'Vérifier les deux dates du CEJ.',
      broken: { cej_date_fin_prevue: '2028-03-02' },
      holds: ({ cej_date_debut: start, cej_date_fin_prevue: end }) =>
        start === null || end === null || end <= addMonthsToDate(start, LONGEST_CEJ_MONTHS),
    }),
  ];
}

function birthRules(rule: Builder): readonly Rule[] {
  return [
    rule({
      id: 'ORI-R006',
      about: 'Une date de naissance incomplète est annoncée par date_naissance_partielle = O.',
      code: 'constraint-error',
      precision: 'DATE_PARTIELLE_NON_ANNONCEE',
      column: 'date_naissance',
      needs: ['date_naissance', 'date_naissance_partielle'],
      message: 'La date de naissance est incomplète sans être annoncée comme partielle.',
      correction: 'Compléter la date, ou indiquer O dans date_naissance_partielle.',
      broken: { date_naissance: '2005-00-00' },
      holds: (row) =>
        !isPartialBirthDate(row.date_naissance) || row.date_naissance_partielle === true,
    }),
    rule({
      id: 'ORI-R007',
      about: 'La personne a de 14 à 35 ans le jour de l’orientation.',
      code: 'AGE_IMPOSSIBLE',
      column: 'date_naissance',
      needs: ['date_naissance', 'date_orientation'],
      message: 'La date de naissance donne un âge de moins de 14 ans ou de plus de 35 ans.',
      correction: 'Vérifier la date de naissance et la date d’orientation.',
      broken: { date_naissance: '1956-03-11' },
      holds: (row) => isAgePossible(row.date_naissance, row.date_orientation),
    }),
    rule({
      id: 'ORI-R008',
      about: 'La personne a de 16 à 26 ans le jour de l’orientation.',
      code: 'AGE_HORS_DISPOSITIF',
      column: 'date_naissance',
      needs: ['date_naissance', 'date_orientation'],
      message: 'L’âge n’est pas compris entre 16 et 26 ans.',
      correction: 'Corriger la date de naissance, ou confirmer que la ligne est exacte.',
      broken: { date_naissance: '1999-03-11' },
      holds: (row) => isAgeWithinScheme(row.date_naissance, row.date_orientation),
    }),
  ];
}
