/** Share of the common prefix added to the Jaro measure, and its longest length (Winkler 1990). */
const PREFIX_WEIGHT = 0.1;
const PREFIX_LENGTH = 4;
/** More than what rounding may add to a sum of three thirds. */
const ROUNDING = 1e-9;

/**
 * Jaro-Winkler similarity of two keys, from 0 (nothing in common) to 1 (equal).
 * Symmetric: the greedy pairing of letters always starts from the same side.
 */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1;
  const [first, second] = inOrder(one, other);
  const jaro = jaroOf(first, second);
  return jaro + prefixOf(first, second) * PREFIX_WEIGHT * (1 - jaro);
}

/**
 * True when the similarity of two keys is `least` or more. Most keys that differ are too far apart in
 * length, or begin too differently, to be worth pairing their letters.
 */
export function areSimilar(one: string, other: string, least: number): boolean {
  if (one === other) return true;
  const [first, second] = inOrder(one, other);
  // The best there is: every letter of the shorter one paired, in order.
  const jaro = (2 + first.length / Math.max(second.length, 1)) / 3;
  const best = jaro + prefixOf(first, second) * PREFIX_WEIGHT * (1 - jaro);
  return best + ROUNDING >= least && jaroWinkler(one, other) >= least;
}

/** The letters of both, the shorter one first. */
function inOrder(one: string, other: string): [readonly number[], readonly number[]] {
  const [first, second] = [lettersOf(one), lettersOf(other)];
  const isFirst = first.length < second.length || (first.length === second.length && one < other);
  return isFirst ? [first, second] : [second, first];
}

/** Code points: a letter outside the basic plane is one letter. */
function lettersOf(text: string): readonly number[] {
  const letters: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.codePointAt(index) ?? 0;
    if (letter > 0xffff) index += 1;
    letters.push(letter);
  }
  return letters;
}

function prefixOf(first: readonly number[], second: readonly number[]): number {
  let prefix = 0;
  while (prefix < PREFIX_LENGTH && prefix < first.length && first[prefix] === second[prefix]) {
    prefix += 1;
  }
  return prefix;
}

function jaroOf(first: readonly number[], second: readonly number[]): number {
  const taken = new Uint8Array(second.length);
  const paired = pairLetters(first, second, taken);
  const matches = paired.length;
  if (matches === 0) return 0;
  const misplaced = misplacedOf(paired, second, taken);
  return (
    (matches / first.length + matches / second.length + (matches - misplaced / 2) / matches) / 3
  );
}

/** The letters of `first` that find theirs in `second`, in the order of `first`; marks those taken. */
function pairLetters(
  first: readonly number[],
  second: readonly number[],
  taken: Uint8Array,
): readonly number[] {
  const reach = Math.max(Math.floor(Math.max(first.length, second.length) / 2) - 1, 0);
  const paired: number[] = [];
  for (const [index, letter] of first.entries()) {
    const last = Math.min(index + reach, second.length - 1);
    for (let position = Math.max(index - reach, 0); position <= last; position += 1) {
      if (second[position] !== letter || taken[position] !== 0) continue;
      taken[position] = 1;
      paired.push(letter);
      break;
    }
  }
  return paired;
}

/** How many of the paired letters stand elsewhere in the order of `second`. */
function misplacedOf(
  paired: readonly number[],
  second: readonly number[],
  taken: Uint8Array,
): number {
  let misplaced = 0;
  let next = 0;
  for (const [position, isTaken] of taken.entries()) {
    if (isTaken === 0) continue;
    if (paired[next] !== second[position]) misplaced += 1;
    next += 1;
  }
  return misplaced;
}
