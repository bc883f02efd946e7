/** A piece of a text, and whether it is missing from the other one. */
export interface TextPart {
  readonly text: string;
  readonly differs: boolean;
}

/** The two texts cut in pieces, so that a reader sees which characters differ. */
export function differingParts(
  one: string,
  other: string,
): readonly [readonly TextPart[], readonly TextPart[]] {
  const [first, second] = [[...one], [...other]];
  const [keptFirst, keptSecond] = common(first.map(folded), second.map(folded));
  return [parts(first, keptFirst), parts(second, keptSecond)];
}

/** Case and accents do not make two characters differ: they do not count in a comparison. */
function folded(letter: string): string {
  return letter.normalize('NFD').replace(/\p{M}/gu, '').toLocaleUpperCase('fr');
}

/** Positions of the longest common subsequence, on either side. */
function common(one: readonly string[], other: readonly string[]): [Set<number>, Set<number>] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      const isSame = one[row] === other[column];
      const best = isSame
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
      lengths[row]?.fill(best, column, column + 1);
    }
  }
  const kept: [Set<number>, Set<number>] = [new Set(), new Set()];
  let [row, column] = [0, 0];
  while (row < one.length && column < other.length) {
    if (one[row] === other[column]) {
      kept[0].add(row++);
      kept[1].add(column++);
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return kept;
}

function parts(letters: readonly string[], kept: ReadonlySet<number>): TextPart[] {
  const found: { text: string; differs: boolean }[] = [];
  for (const [index, letter] of letters.entries()) {
    const differs = !kept.has(index);
    const last = found.at(-1);
    if (last?.differs === differs) last.text += letter;
    else found.push({ text: letter, differs });
  }
  return found;
}
