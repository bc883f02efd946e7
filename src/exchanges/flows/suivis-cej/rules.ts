import { addMonthsToDate, lastDay } from '../../../kernel/index.js';
import type { RowRule, RuleBuilder } from '../../flow/index.js';
import { isAgePossible } from '../../flow/index.js';
import type { ContractMonthRow } from './columns.js';

type Rule = RowRule<ContractMonthRow>;
type Builder = RuleBuilder<ContractMonthRow>;

const LONGEST_CEJ_MONTHS = 18;

/** Rules between the cells of a CEM row (exchange.md 7.a, CEM; domain.md 5.1). */
export function contractRules(rule: Builder): readonly Rule[] {
  return [...presenceRules(rule), ...dateRules(rule)];
}

function presenceRules(rule: Builder): readonly Rule[] {
  return [
    rule({
      id: 'CEM-R001',
      about: 'Un CEJ actif a une date de début.',
      code: 'constraint-error',
      precision: 'VALEUR_OBLIGATOIRE',
      column: 'cej_date_debut',
      needs: ['cej_actif', 'cej_date_debut'],
      message: 'Le début du CEJ manque.',
      correction: 'Indiquer la date de début du CEJ au format AAAA-MM-JJ.',
      broken: { cej_date_debut: '' },
      holds: (row) => !row.cej_actif || row.cej_date_debut !== null,
    }),
    rule({
      id: 'CEM-R002',
      about: 'Un CEJ actif a une date de fin prévue.',
      code: 'constraint-error',
      precision: 'VALEUR_OBLIGATOIRE',
      column: 'cej_date_fin_prevue',
      needs: ['cej_actif', 'cej_date_fin_prevue'],
      message: 'La fin prévue du CEJ manque.',
      correction: 'Indiquer la date de fin prévue du CEJ au format AAAA-MM-JJ.',
      broken: { cej_date_fin_prevue: '' },
      holds: (row) => !row.cej_actif || row.cej_date_fin_prevue !== null,
    }),
    rule({
      id: 'CEM-R003',
      about: 'Un CEJ actif à la fin du mois n’a pas pris fin avant.',
      code: 'CHRONOLOGIE',
      column: 'cej_date_fin_reelle',
      needs: ['cej_actif', 'cej_date_fin_reelle', 'mois'],
      message: 'Le CEJ est dit actif alors qu’il a pris fin avant la fin du mois.',
      correction: 'Indiquer N dans cej_actif, ou retirer la fin réelle.',
      broken: { cej_date_fin_reelle: '2026-11-20' },
      holds: ({ cej_actif: isActive, cej_date_fin_reelle: end, mois }) =>
        !isActive || end === null || end > lastDay(mois),
    }),
  ];
}

function dateRules(rule: Builder): readonly Rule[] {
  return [
    rule({
      id: 'CEM-R004',
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
      id: 'CEM-R005',
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
    rule({
      id: 'CEM-R006',
      about: 'La fin réelle ne précède pas le début du CEJ.',
      code: 'CHRONOLOGIE',
      column: 'cej_date_fin_reelle',
      needs: ['cej_date_debut', 'cej_date_fin_reelle'],
      message: 'La fin réelle précède le début du CEJ.',
      correction: 'Vérifier les deux dates du CEJ.',
      broken: { cej_actif: 'N', cej_date_fin_reelle: '2026-08-20' },
      holds: ({ cej_date_debut: start, cej_date_fin_reelle: end }) =>
        start === null || end === null || end >= start,
    }),
    rule({
      id: 'CEM-R007',
      about: 'La personne a de 14 à 35 ans à la fin du mois.',
      code: 'AGE_IMPOSSIBLE',
      column: 'date_naissance',
      needs: ['date_naissance', 'mois'],
      message: 'La date de naissance donne un âge de moins de 14 ans ou de plus de 35 ans.',
      correction: 'Vérifier la date de naissance et le mois.',
      broken: { date_naissance: '1956-03-11' },
      holds: (row) => isAgePossible(row.date_naissance, lastDay(row.mois)),
    }),
  ];
}
