import {
  firstNameKeys,
  isDiminutive,
  isNoFirstName,
  otherFirstNameKeys,
  startsAlike,
} from './first-names.js';
import { areSimilar } from './jaro-winkler.js';
import { surnameKeys } from './name-keys.js';
import { phoneticKey } from './phonetic-key.js';

/** Similarity from which two keys are one name with a slip (exchange.md 7.f, table of weights). */
export const CLOSE_SIMILARITY = 0.92;

/** `weak` = same sound for a surname, found among the other first names for a first name. */
export type NameKinship = 'exact' | 'close' | 'weak' | 'different' | 'missing';

/** Surnames of one side: at birth, and in use when there is one. */
export interface Surnames {
  readonly birthName: string;
  readonly usageName: string | null;
}

/**
 * Compares surnames at birth. A name in use equal to the other's birth name, or the words of one
 * name all found in the other (`MARTIN DUPONT` / `MARTIN`), is close, never exact.
 */
export function compareSurnames(one: Surnames, other: Surnames): NameKinship {
  if (one.birthName === other.birthName) {
    return surnameKeys(one.birthName).key === '' ? 'missing' : 'exact';
  }
  const first = surnameKeys(one.birthName);
  const second = surnameKeys(other.birthName);
  if (first.key === '' || second.key === '') return 'missing';
  if (first.key === second.key) return 'exact';
  const isNameInUse = namesInUse(one).includes(second.key) || namesInUse(other).includes(first.key);
  if (isNameInUse || holds(first.tokens, second.tokens) || holds(second.tokens, first.tokens)) {
    return 'close';
  }
  if (areSimilar(first.key, second.key, CLOSE_SIMILARITY)) return 'close';
  return soundAlike(one.birthName, other.birthName) ? 'weak' : 'different';
}

/** Compares the first of the first names of two people, lists in civil-status order. */
export function compareFirstNames(one: readonly string[], other: readonly string[]): NameKinship {
  if (one[0] === other[0]) return isNoFirstName(one[0] ?? '') ? 'missing' : 'exact';
  const first = firstNameKeys(one);
  const second = firstNameKeys(other);
  if (first.length === 0 || second.length === 0) return 'missing';
  if (first.some((key) => second.includes(key))) return 'exact';
  const isClose = first.some((key) =>
    second.some((rival) => isDiminutive(key, rival) || areSimilar(key, rival, CLOSE_SIMILARITY)),
  );
  if (isClose || startsAlike(one[0] ?? '', other[0] ?? '')) return 'close';
  const isAmongOthers = hasAmongOthers(one, second) || hasAmongOthers(other, first);
  return isAmongOthers ? 'weak' : 'different';
}

function hasAmongOthers(names: readonly string[], keys: readonly string[]): boolean {
  const others = otherFirstNameKeys(names);
  return others.size > 0 && keys.some((key) => others.has(key));
}

/** A name without a sound of its own (`H`) sounds like nothing. */
function soundAlike(one: string, other: string): boolean {
  const key = phoneticKey(one);
  return key !== '' && key === phoneticKey(other);
}

function namesInUse({ birthName, usageName }: Surnames): readonly string[] {
  const used = usageName === null ? '' : surnameKeys(usageName).key;
  return [used, surnameKeys(birthName).otherKey ?? ''].filter((key) => key !== '');
}

function holds(larger: ReadonlySet<string>, smaller: ReadonlySet<string>): boolean {
  return [...smaller].every((token) => larger.has(token));
}
