/** Share of the common prefix added to the Jaro measure, and its longest length (Winkler 1990). */
const PREFIX_WEIGHT = 0.1;
const PREFIX_LENGTH = 4;

/**
 * Jaro-Winkler similarity of two keys, from 0 (nothing in common) to 1 (equal).
 * Symmetric: the greedy pairing of letters always starts from the same side.
 */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1;
  const [first, second] = inOrder([...one], [...other]);
  const jaro = jaroOf(first, second);
  let prefix = 0;
  while (prefix < PREFIX_LENGTH && prefix < first.length && first[prefix] === second[prefix]) {
    prefix += 1;
  }
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
}

function inOrder(one: string[], other: string[]): [string[], string[]] {
  const isFirst =
    one.length < other.length || (one.length === other.length && one.join('') < other.join(''));
  return isFirst ? [one, other] : [other, one];
}

function jaroOf(first: readonly string[], second: readonly string[]): number {
  const pairs = pairLetters(first, second);
  const matches = pairs.length;
  if (matches === 0) return 0;
  const bySecond = [...pairs].sort((a, b) => a - b);
  const misplaced = pairs.filter(
    (position, index) => second[position] !== second[bySecond[index] ?? -1],
  ).length;
  return (
    (matches / first.length + matches / second.length + (matches - misplaced / 2) / matches) / 3
  );
}

/** Positions in `second` of the letters paired with those of `first`, in the order of `first`. */
function pairLetters(first: readonly string[], second: readonly string[]): number[] {
  const reach = Math.max(Math.floor(Math.max(first.length, second.length) / 2) - 1, 0);
  const taken = new Set<number>();
  first.forEach((letter, index) => {
    const last = Math.min(index + reach, second.length - 1);
    for (let position = Math.max(index - reach, 0); position <= last; position += 1) {
      if (second[position] === letter && !taken.has(position)) {
        taken.add(position);
        return;
      }
    }
  });
  return [...taken];
}
