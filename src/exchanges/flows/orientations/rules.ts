import { isPartialBirthDate } from '../../../people/index.js';
import { isAgePossible, isAgeWithinScheme } from '../../flow/index.js';
import type { RowRule, RuleBuilder } from '../../flow/index.js';
import { cejRules } from '../cej-block/rules.js';
import type { OrientationRow } from './columns.js';

type Rule = RowRule<OrientationRow>;
type Builder = RuleBuilder<OrientationRow>;

const CEJ = {
  ids: ['ORI-R002', 'ORI-R003', 'ORI-R004', 'ORI-R005'],
  subject: 'Une personne en CEJ',
  column: 'accompagnement',
  isInForce: (row: OrientationRow) => row.accompagnement === 'CEJ',
} as const;

/** Rules between the cells of an ORI row (exchange.md 7.a, block I and ORI; 6.5 #81). */
export function orientationRules(rule: Builder): readonly Rule[] {
  return [noticeBeforeReferral(rule), ...cejRules<OrientationRow>(CEJ), ...birthRules(rule)];
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
