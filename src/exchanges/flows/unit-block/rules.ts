import type { LocalDate } from '../../../kernel/index.js';
import { isAgePossible, isAgeWithinScheme, type RowRule } from '../../flow/index.js';
import { rule } from '../../flow/rule.js';
import type { NamingRow } from './columns.js';

/** How the rules of a flow speak of its rows. */
export interface UnitRuleWords {
  /** Code of the flow: its first four rules are these. */
  readonly flow: string;
  /** French: the day the age is counted on, and what gives it. */
  readonly day: string;
  readonly column: string;
}

/** Who comes from a mission locale is named with the reference it gave (exchange.md 7.a, block K). */
export function unitKeyRules({ flow }: Pick<UnitRuleWords, 'flow'>): readonly RowRule<NamingRow>[] {
  return [
    rule<NamingRow, 'origine_candidature' | 'reference_orientation'>({
      id: `${flow}-R001`,
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
    rule<NamingRow, 'origine_candidature' | 'code_structure'>({
      id: `${flow}-R002`,
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

/** The age that a row gives, on the day it tells of (exchange.md 6.5 #81). */
export function unitAgeRules<Row extends NamingRow>(
  { flow, day, column }: UnitRuleWords,
  dayOf: (row: Row) => LocalDate,
  needed: keyof Row & string,
): readonly RowRule<Row>[] {
  const common = { column: 'date_naissance', precision: null, level: null } as const;
  const needs = ['date_naissance', needed] as const;
  return [
    {
      ...common,
      needs,
      id: `${flow}-R003`,
      about: `La personne a de 14 à 35 ans ${day}.`,
      code: 'AGE_IMPOSSIBLE',
      message: 'La date de naissance donne un âge de moins de 14 ans ou de plus de 35 ans.',
      correction: `Vérifier la date de naissance et ${column}.`,
      broken: broken<Row>('1956-03-11'),
      holds: (row) => isAgePossible(row.date_naissance, dayOf(row)),
    },
    {
      ...common,
      needs,
      id: `${flow}-R004`,
      about: `La personne a de 16 à 26 ans ${day}.`,
      code: 'AGE_HORS_DISPOSITIF',
      message: 'L’âge n’est pas compris entre 16 et 26 ans.',
      correction: 'Corriger la date de naissance, ou confirmer que la ligne est exacte.',
      broken: broken<Row>('1999-03-11'),
      holds: (row) => isAgeWithinScheme(row.date_naissance, dayOf(row)),
    },
  ];
}

function broken<Row extends NamingRow>(dateNaissance: string): RowRule<Row>['broken'] {
  return { date_naissance: dateNaissance } as RowRule<Row>['broken'];
}
