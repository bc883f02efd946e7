import { lastDay } from '../../../kernel/index.js';
import type { RowRule, RuleBuilder } from '../../flow/index.js';
import { isAgePossible } from '../../flow/index.js';
import { cejRules } from '../cej-block/rules.js';
import type { ContractMonthRow } from './columns.js';

type Rule = RowRule<ContractMonthRow>;
type Builder = RuleBuilder<ContractMonthRow>;

const CEJ = {
  ids: ['CEM-R001', 'CEM-R002', 'CEM-R004', 'CEM-R005'],
  subject: 'Un CEJ actif',
  column: 'cej_actif',
  isInForce: (row: ContractMonthRow) => row.cej_actif,
} as const;

/** Rules between the cells of a CEM row (exchange.md 7.a, CEM; domain.md 5.1). */
export function contractRules(rule: Builder): readonly Rule[] {
  return [...cejRules<ContractMonthRow>(CEJ), ...endRules(rule), ageRule(rule)];
}

function endRules(rule: Builder): readonly Rule[] {
  return [
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
  ];
}

function ageRule(rule: Builder): Rule {
  return rule({
    id: 'CEM-R007',
    about: 'La personne a de 14 à 35 ans à la fin du mois.',
    code: 'AGE_IMPOSSIBLE',
    column: 'date_naissance',
    needs: ['date_naissance', 'mois'],
    message: 'La date de naissance donne un âge de moins de 14 ans ou de plus de 35 ans.',
    correction: 'Vérifier la date de naissance et le mois.',
    broken: { date_naissance: '1956-03-11' },
    holds: (row) => isAgePossible(row.date_naissance, lastDay(row.mois)),
  });
}
