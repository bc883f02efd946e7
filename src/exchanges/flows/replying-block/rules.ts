import type { LocalDate } from '../../../kernel/index.js';
import { isAgePossible, isAgeWithinScheme, type RowRule } from '../../flow/index.js';
import type { ReplyingRow } from './columns.js';

/** How the rules of a flow speak of its rows. */
export interface ReplyingRuleWords<Row extends ReplyingRow> {
  /** Names of the rules, in the order: reference, possible age, age of the scheme. */
  readonly ids: readonly [string, string, string];
  /** French: the day the age is counted on, and what gives it. */
  readonly day: string;
  readonly column: string;
  readonly header: keyof Row & string;
  readonly dayOf: (row: Row) => LocalDate;
}

/** Who came from a mission locale has its reference, and the age of the scheme (exchange.md 7.a; 6.5 #81). */
export function replyingRules<Row extends ReplyingRow>(
  words: ReplyingRuleWords<Row>,
): readonly RowRule<Row>[] {
  const { ids, day, column, header, dayOf } = words;
  const [reference, possible, scheme] = ids;
  const ofAge = {
    column: 'date_naissance',
    precision: null,
    level: null,
    needs: ['date_naissance', header],
  } as const;
  return [
    {
      id: reference,
      about: 'Une candidature venue d’une mission locale porte la référence de l’orientation.',
      code: 'constraint-error',
      precision: 'VALEUR_OBLIGATOIRE',
      level: null,
      column: 'reference_orientation',
      needs: ['origine_candidature', 'reference_orientation'],
      message: 'La référence de l’orientation manque.',
      correction: 'Indiquer la référence de l’orientation.',
      broken: { reference_orientation: '' } as RowRule<Row>['broken'],
      holds: (row) => row.origine_candidature !== 'ML' || row.reference_orientation !== null,
    },
    {
      ...ofAge,
      id: possible,
      about: `La personne a de 14 à 35 ans ${day}.`,
      code: 'AGE_IMPOSSIBLE',
      message: 'La date de naissance donne un âge de moins de 14 ans ou de plus de 35 ans.',
      correction: `Vérifier la date de naissance et ${column}.`,
      broken: { date_naissance: '1956-03-11' } as RowRule<Row>['broken'],
      holds: (row) => isAgePossible(row.date_naissance, dayOf(row)),
    },
    {
      ...ofAge,
      id: scheme,
      about: `La personne a de 16 à 26 ans ${day}.`,
      code: 'AGE_HORS_DISPOSITIF',
      message: 'L’âge n’est pas compris entre 16 et 26 ans.',
      correction: 'Corriger la date de naissance, ou confirmer que la ligne est exacte.',
      broken: { date_naissance: '1999-03-11' } as RowRule<Row>['broken'],
      holds: (row) => isAgeWithinScheme(row.date_naissance, dayOf(row)),
    },
  ];
}
