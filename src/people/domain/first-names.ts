import { foldName, tightKey } from './name-keys.js';
import { remembered } from './remembered.js';

/** What civil status or the writer puts when there is no first name (exchange.md 6.6, 7.a). */
const NO_FIRST_NAME = new Set(['SNP', 'SANSPRENOM', 'XXX', 'XX', 'X', 'NEANT']);

/** Short forms in common use; small and reviewed, it only ever makes two names "close". */
const DIMINUTIVES: Readonly<Record<string, readonly string[]>> = {
  ABDOU: ['ABDOULAYE', 'ABDOURAHMANE', 'ABDALLAH'],
  ALEX: ['ALEXANDRE', 'ALEXANDRA', 'ALEXIS'],
  BEN: ['BENJAMIN', 'BENOIT'],
  CHRIS: ['CHRISTOPHE', 'CHRISTIAN', 'CHRISTELLE', 'CHRISTOPHER'],
  DAN: ['DANIEL'],
  FATI: ['FATIMA', 'FATOUMATA'],
  FRED: ['FREDERIC', 'FREDERIQUE'],
  GREG: ['GREGORY', 'GREGOIRE'],
  GABY: ['GABRIEL', 'GABRIELLE'],
  GUS: ['AUGUSTE', 'AUGUSTIN', 'GUSTAVE'],
  JO: ['JOSEPH', 'JONATHAN', 'JORDAN'],
  MANU: ['EMMANUEL', 'EMMANUELLE', 'MANUEL'],
  MATT: ['MATTHIEU', 'MATHIEU', 'MATTHIAS'],
  MAX: ['MAXIME', 'MAXENCE', 'MAXIMILIEN'],
  MIMI: ['MICHELINE', 'MIREILLE', 'MYRIAM'],
  MOMO: ['MOHAMED', 'MOHAMMED', 'MOHAMMAD'],
  NICO: ['NICOLAS'],
  SAM: ['SAMUEL', 'SAMANTHA', 'SAMIR'],
  SEB: ['SEBASTIEN'],
  STEPH: ['STEPHANE', 'STEPHANIE'],
  THEO: ['THEODORE', 'THEOPHILE'],
  TOM: ['THOMAS'],
  VAL: ['VALENTIN', 'VALENTINE', 'VALERIE'],
  VINCE: ['VINCENT'],
};

/** First names borne by women and men alike, for which a sex that differs proves nothing. */
const EPICENE = new Set(
  (
    'ALEX ALIX ANDREA ANGE CAMILLE CANDIDE CHARLIE CLAUDE CYRILLE DANY DOMINIQUE EDEN ELIE GWEN ' +
    'JACKY JESSY KELLY KERRY KIM LEE LOU MORGAN NOA NOOR SACHA SAM SASHA SWANN YAEL'
  ).split(' '),
);

/** Reads the field `prenoms`: first names in civil-status order, separated by commas. */
export function readFirstNames(field: string): readonly string[] {
  return field
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** True for `SNP`, `XXX`… and for a field without any letter. */
export function isNoFirstName(name: string): boolean {
  const key = tightKey(name);
  return key === '' || NO_FIRST_NAME.has(key);
}

/**
 * The keys under which the first of these first names may be written: alone, and joined to the
 * second, because `JEAN,BAPTISTE`, `JEAN BAPTISTE` and `JEAN-BAPTISTE` are one name (exchange.md 7.f
 * rule 6). Empty when there is no first name.
 */
export function firstNameKeys(names: readonly string[]): readonly string[] {
  const [first = '', second = ''] = names;
  const alone = keysOfOne(first);
  if (second === '' || alone.length === 0) return alone;
  const joined = tightKey(first + second);
  return alone.includes(joined) ? alone : [...alone, joined];
}

const keysOfOne = remembered((first: string): readonly string[] =>
  isNoFirstName(first) ? [] : [tightKey(first)],
);

const NONE: ReadonlySet<string> = new Set();

/** The keys of the first names that come after the first. */
export function otherFirstNameKeys(names: readonly string[]): ReadonlySet<string> {
  const [first = ''] = names;
  const inside = foldName(first).split(' ').slice(1);
  if (names.length < 2 && inside.length === 0) return NONE;
  return new Set([...names.slice(1).map(tightKey), ...inside].filter((key) => key !== ''));
}

/**
 * True when two first names are usual ways to write one: a diminutive, or `JEAN` for `JEAN BAPTISTE`.
 * They may be one name; unlike a slip of a letter they do not look like the names of two twins.
 */
export function isUsualForm(one: string, other: string): boolean {
  return startsAlike(one, other) || isDiminutive(tightKey(one), tightKey(other));
}

/** `JEAN BAPTISTE` written without a comma and `JEAN` alone: the words of one begin the other. */
export function startsAlike(one: string, other: string): boolean {
  const [first, second] = [`${foldName(one)} `, `${foldName(other)} `];
  return first.startsWith(second) || second.startsWith(first);
}

/** True when one is a short form in common use of the other, both given as keys. */
export function isDiminutive(one: string, other: string): boolean {
  return Boolean(DIMINUTIVES[one]?.includes(other) || DIMINUTIVES[other]?.includes(one));
}

/** True when the first name says nothing of the sex. */
export function isEpicene(name: string): boolean {
  return EPICENE.has(tightKey(name));
}
