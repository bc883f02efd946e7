import { MATCH_WEIGHTS, SWAP_WEIGHT } from './match-weights.js';

/** The keys of a name, as the index of people holds them. */
export interface NameKeys {
  readonly nameKey: string;
  readonly firstNameKey: string;
}

const { birthName: SURNAME, firstName: FIRST_NAME } = MATCH_WEIGHTS;

/**
 * The most that the names of two people can weigh, whatever is not in their keys: other first names, a
 * name in use, letters slipped. What is not equal may still be close, and no more.
 */
export function mostStraight(one: NameKeys, other: NameKeys): number {
  // The first of the first names alone, or joined to the second: of equal ones, one begins the other.
  const isFirstName =
    one.firstNameKey.startsWith(other.firstNameKey) ||
    other.firstNameKey.startsWith(one.firstNameKey);
  return surname(one.nameKey === other.nameKey) + firstName(isFirstName);
}

/** The same once the names of one side are exchanged, its cost included. */
export function mostExchanged(one: NameKeys, other: NameKeys): number {
  const isFirst = beginAlike(one.firstNameKey, other.nameKey);
  const isSecond = beginAlike(one.nameKey, other.firstNameKey);
  const eitherWay = Math.max(
    surname(isFirst) + firstName(isSecond),
    surname(isSecond) + firstName(isFirst),
  );
  return eitherWay + SWAP_WEIGHT;
}

/**
 * Equal names begin with one letter, whichever way they were read. An empty key stands for a text that
 * names nobody at its place, and may name someone elsewhere.
 */
function beginAlike(one: string, other: string): boolean {
  return one === '' || other === '' || one.codePointAt(0) === other.codePointAt(0);
}

function surname(isEqual: boolean): number {
  return isEqual ? SURNAME.exact : SURNAME.close;
}

function firstName(isEqual: boolean): number {
  return isEqual ? FIRST_NAME.exact : FIRST_NAME.close;
}
