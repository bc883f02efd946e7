import { isOfBand } from '../../../direct-applicants/index.js';
import { isPartialBirthDate } from '../../../people/index.js';
import { isAgePossible, isAgeWithinScheme } from '../../flow/index.js';
import type { RowRule, RuleBuilder } from '../../flow/index.js';
import { AGREED_HEADERS, NEEDED_HEADERS, type DirectRow } from './columns.js';

type Rule = RowRule<DirectRow>;
type Builder = RuleBuilder<DirectRow>;

/** The rule that names each cell filled without agreement. */
export const CONSENT_RULE = 'DIR-R001';

/** Rules between the cells of a DIR row (exchange.md 7.a, block I and DIR; 6.5 #81). */
export function directRules(rule: Builder): readonly Rule[] {
  return [consentRule(rule), ...agreementRules(rule), ...neededRules(), ...dayRules(rule)];
}

/** Without agreement, and with one cell that it would need. */
const NAMED_WITHOUT = {
  ...Object.fromEntries(AGREED_HEADERS.map((header) => [header, ''])),
  accord_transmission: 'N',
  date_accord: '',
  nom_naissance: 'PAYET',
};

/** The cells are told of by the reader of rows, one by one: each is then erased from the bytes. */
function consentRule(rule: Builder): Rule {
  return rule({
    id: CONSENT_RULE,
    about:
      'Sans accord, aucune colonne d’identité, de contact ni de niveau n’est remplie : ce qui l’est est effacé.',
    code: 'IDENTITE_SANS_ACCORD',
    column: 'nom_naissance',
    needs: ['nom_naissance'],
    message: 'L’identité d’une personne sans accord a été transmise : elle a été effacée.',
    correction: 'Vider les colonnes d’identité et de contact, ou indiquer l’accord et sa date.',
    broken: NAMED_WITHOUT,
    holds: () => true,
  });
}

function agreementRules(rule: Builder): readonly Rule[] {
  return [
    rule({
      id: 'DIR-R002',
      about: 'Un accord a sa date, et il n’y a de date qu’avec un accord.',
      code: 'constraint-error',
      column: 'date_accord',
      needs: ['accord_transmission', 'date_accord'],
      message: 'L’accord et sa date ne vont pas ensemble.',
      correction: 'Indiquer le jour de l’accord ; sans accord, laisser la date vide.',
      broken: { date_accord: '' },
      holds: (row) => row.accord_transmission === (row.date_accord !== null),
    }),
    rule({
      id: 'DIR-R003',
      about: 'L’invitation suit la décision, ou vient le même jour.',
      code: 'CHRONOLOGIE',
      column: 'date_invitation',
      needs: ['date_decision', 'date_invitation'],
      message: 'L’invitation précède la décision.',
      correction: 'Vérifier les deux dates : on invite une fois la décision prise.',
      broken: { date_invitation: '2026-11-16' },
      holds: (row) => row.date_decision <= row.date_invitation,
    }),
  ];
}

/** What blocks I and C require, of who agreed. */
function neededRules(): readonly Rule[] {
  return NEEDED_HEADERS.map((header, index) => ({
    id: `DIR-R${String(index + 4).padStart(3, '0')}`,
    about: `Avec un accord, ${header} est rempli.`,
    code: 'constraint-error',
    precision: 'VALEUR_OBLIGATOIRE',
    level: null,
    column: header,
    needs: ['accord_transmission', header],
    message: `La colonne ${header} est vide, et la personne a donné son accord.`,
    correction: `Remplir ${header}, ou indiquer N si l’accord n’a pas été donné.`,
    broken: { [header]: '' },
    holds: (row) => !row.accord_transmission || row[header] !== null,
  }));
}

function dayRules(rule: Builder): readonly Rule[] {
  return [
    rule({
      id: 'DIR-R010',
      about: 'Une date de naissance incomplète est annoncée par date_naissance_partielle = O.',
      code: 'constraint-error',
      precision: 'DATE_PARTIELLE_NON_ANNONCEE',
      column: 'date_naissance',
      needs: ['date_naissance', 'date_naissance_partielle'],
      message: 'La date de naissance est incomplète sans être annoncée comme partielle.',
      correction: 'Compléter la date, ou indiquer O dans date_naissance_partielle.',
      broken: { date_naissance: '2004-00-00' },
      holds: ({ date_naissance: birth, date_naissance_partielle: isPartial }) =>
        birth === null || !isPartialBirthDate(birth) || isPartial === true,
    }),
    rule({
      id: 'DIR-R011',
      about: 'La personne a de 14 à 35 ans le jour de la décision.',
      code: 'AGE_IMPOSSIBLE',
      column: 'date_naissance',
      needs: ['date_naissance', 'date_decision'],
      message: 'La date de naissance donne un âge de moins de 14 ans ou de plus de 35 ans.',
      correction: 'Vérifier la date de naissance et la date de décision.',
      broken: { date_naissance: '1956-03-11' },
      holds: (row) =>
        row.date_naissance === null || isAgePossible(row.date_naissance, row.date_decision),
    }),
    rule({
      id: 'DIR-R012',
      about: 'La personne a de 16 à 26 ans le jour de la décision.',
      code: 'AGE_HORS_DISPOSITIF',
      column: 'date_naissance',
      needs: ['date_naissance', 'date_decision'],
      message: 'L’âge n’est pas compris entre 16 et 26 ans.',
      correction: 'Corriger la date de naissance, ou confirmer que la ligne est exacte.',
      broken: { date_naissance: '1999-03-11' },
      holds: (row) =>
        row.date_naissance === null || isAgeWithinScheme(row.date_naissance, row.date_decision),
    }),
    rule({
      id: 'DIR-R013',
      about: 'La tranche d’âge est celle que donne la date de naissance, le jour de la décision.',
      code: 'constraint-error',
      column: 'tranche_age',
      needs: ['tranche_age', 'date_naissance', 'date_decision'],
      message: 'La tranche d’âge contredit la date de naissance.',
      correction: 'Indiquer la tranche d’âge du jour de la décision.',
      broken: { tranche_age: '16_17' },
      holds: ({ tranche_age: band, date_naissance: birth, date_decision: on }) =>
        birth === null || isOfBand(birth, band, on),
    }),
  ];
}
