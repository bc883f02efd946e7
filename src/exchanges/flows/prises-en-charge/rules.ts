import type { RowRule, RuleBuilder } from '../../flow/index.js';
import { replyingRules } from '../replying-block/rules.js';
import type { ReplyRow } from './columns.js';

type Rule = RowRule<ReplyRow>;
type Builder = RuleBuilder<ReplyRow>;

/** Rules between the cells of a PEC row (exchange.md 7.a, block K and PEC; 6.5 #81). */
export function replyRules(rule: Builder): readonly Rule[] {
  return [
    rule({
      id: 'PEC-R001',
      about: 'Une réponse à une sortie dit à quelle sortie.',
      code: 'constraint-error',
      precision: 'VALEUR_OBLIGATOIRE',
      column: 'date_sortie',
      needs: ['flux_origine', 'date_sortie'],
      message: 'La date de la sortie manque.',
      correction: 'Indiquer la date de sortie reçue avec le flux SOR.',
      broken: { date_sortie: '' },
      holds: (row) => row.flux_origine !== 'SOR' || row.date_sortie !== null,
    }),
    rule({
      id: 'PEC-R005',
      about: 'Une réponse à une sortie porte l’identifiant i-milo du jeune.',
      code: 'constraint-error',
      precision: 'VALEUR_OBLIGATOIRE',
      column: 'identifiant_imilo',
      needs: ['flux_origine', 'identifiant_imilo'],
      message: 'L’identifiant i-milo manque.',
      correction: 'Indiquer le numéro du dossier du jeune dans i-milo.',
      broken: { identifiant_imilo: '' },
      holds: (row) => row.flux_origine !== 'SOR' || row.identifiant_imilo !== null,
    }),
    ...replyingRules<ReplyRow>({
      ids: ['PEC-R002', 'PEC-R003', 'PEC-R004'],
      day: 'le jour du contact',
      column: 'la date du contact',
      header: 'date_contact',
      dayOf: (row) => row.date_contact,
    }),
  ];
}
