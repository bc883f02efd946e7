import type { RowRule, RuleBuilder } from '../../flow/index.js';
import { isAgePossible, isAgeWithinScheme } from '../../flow/index.js';
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
      id: 'PEC-R002',
      about: 'Une candidature venue d’une mission locale porte la référence de l’orientation.',
      code: 'constraint-error',
      precision: 'VALEUR_OBLIGATOIRE',
      column: 'reference_orientation',
      needs: ['origine_candidature', 'reference_orientation'],
      message: 'La référence de l’orientation manque.',
      correction: 'Indiquer la référence de l’orientation.',
      broken: { reference_orientation: '' },
      holds: (row) => row.origine_candidature !== 'ML' || row.reference_orientation !== null,
    }),
    rule({
      id: 'PEC-R003',
      about: 'La personne a de 14 à 35 ans le jour du contact.',
      code: 'AGE_IMPOSSIBLE',
      column: 'date_naissance',
      needs: ['date_naissance', 'date_contact'],
      message: 'La date de naissance donne un âge de moins de 14 ans ou de plus de 35 ans.',
      correction: 'Vérifier la date de naissance et la date du contact.',
      broken: { date_naissance: '1956-03-11' },
      holds: (row) => isAgePossible(row.date_naissance, row.date_contact),
    }),
    rule({
      id: 'PEC-R004',
      about: 'La personne a de 16 à 26 ans le jour du contact.',
      code: 'AGE_HORS_DISPOSITIF',
      column: 'date_naissance',
      needs: ['date_naissance', 'date_contact'],
      message: 'L’âge n’est pas compris entre 16 et 26 ans.',
      correction: 'Corriger la date de naissance, ou confirmer que la ligne est exacte.',
      broken: { date_naissance: '1999-03-11' },
      holds: (row) => isAgeWithinScheme(row.date_naissance, row.date_contact),
    }),
  ];
}
