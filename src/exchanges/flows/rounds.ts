/**
 * Splits rows so that no two of one round share a key, each after those it follows: a round reads what
 * the round before wrote. Nearly always there is one round.
 */
export function rounds<Row>(
  rows: readonly Row[],
  keysOf: (row: Row) => readonly string[],
): readonly (readonly Row[])[] {
  const lastRound = new Map<string, number>();
  const found: Row[][] = [];
  for (const row of rows) {
    const keys = keysOf(row);
    const round = Math.max(...keys.map((key) => (lastRound.get(key) ?? -1) + 1));
    for (const key of keys) lastRound.set(key, round);
    const sameRound = found[round];
    if (sameRound) sameRound.push(row);
    else found[round] = [row];
  }
  return found;
}
