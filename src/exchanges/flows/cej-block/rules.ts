import { addMonthsToDate, type LocalDate } from '../../../kernel/index.js';
import type { RowRule } from '../../flow/index.js';

/** Months that a CEJ lasts at most, extension included (domain.md 5.1). */
const LONGEST_CEJ_MONTHS = 18;

/** The dates of a CEJ, as the flows of a mission locale carry them. */
export interface CejDates {
  readonly cej_date_debut: LocalDate | null;
  readonly cej_date_fin_prevue: LocalDate | null;
}

/** How a flow speaks of a CEJ. */
export interface CejRuleWords<Row extends CejDates> {
  /** Names of the rules, in the order: begin, planned end, order of both, length. */
  readonly ids: readonly [string, string, string, string];
  /** French, beginning a sentence: « Une personne en CEJ ». */
  readonly subject: string;
  /** The column that says whether there is a CEJ. */
  readonly column: keyof Row & string;
  readonly isInForce: (row: Row) => boolean;
}

type Broken<Row> = RowRule<Row>['broken'];

/** A CEJ has both its dates, in their order, and is no longer than it may be (exchange.md 7.a). */
export function cejRules<Row extends CejDates>(words: CejRuleWords<Row>): readonly RowRule<Row>[] {
  const [begin, end, order, length] = words.ids;
  return [
    dateRule(words, {
      id: begin,
      column: 'cej_date_debut',
      name: 'date de début',
      subject: 'Le début',
    }),
    dateRule(words, {
      id: end,
      column: 'cej_date_fin_prevue',
      name: 'date de fin prévue',
      subject: 'La fin prévue',
    }),
    {
      ...BOTH_DATES,
      id: order,
      about: 'Le CEJ finit après son début.',
      code: 'CHRONOLOGIE',
      precision: null,
      message: 'La fin prévue du CEJ ne suit pas son début.',
      broken: { cej_date_fin_prevue: '2026-09-01' } as Broken<Row>,
      holds: ({ cej_date_debut: start, cej_date_fin_prevue: last }) =>
        start === null || last === null || last > start,
    },
    {
      ...BOTH_DATES,
      id: length,
      about: 'Un CEJ dure 18 mois au plus.',
      code: 'constraint-error',
      precision: 'DUREE_CEJ',
      message: 'Le CEJ dure plus de 18 mois.',
      broken: { cej_date_fin_prevue: '2028-03-02' } as Broken<Row>,
      holds: ({ cej_date_debut: start, cej_date_fin_prevue: last }) =>
        start === null || last === null || last <= addMonthsToDate(start, LONGEST_CEJ_MONTHS),
    },
  ];
}

const BOTH_DATES = {
  level: null,
  column: 'cej_date_fin_prevue',
  needs: ['cej_date_debut', 'cej_date_fin_prevue'],
  correction: 'Vérifier les deux dates du CEJ.',
} as const;

interface DateWords {
  readonly id: string;
  readonly column: keyof CejDates;
  readonly name: string;
  readonly subject: string;
}

function dateRule<Row extends CejDates>(
  { subject: whose, column: needed, isInForce }: CejRuleWords<Row>,
  { id, column, name, subject }: DateWords,
): RowRule<Row> {
  return {
    id,
    about: `${whose} a une ${name}.`,
    code: 'constraint-error',
    precision: 'VALEUR_OBLIGATOIRE',
    level: null,
    column,
    needs: [needed, column],
    message: `${subject} du CEJ manque.`,
    correction: `Indiquer la ${name} du CEJ au format AAAA-MM-JJ.`,
    broken: { [column]: '' } as Broken<Row>,
    holds: (row) => !isInForce(row) || row[column] !== null,
  };
}
