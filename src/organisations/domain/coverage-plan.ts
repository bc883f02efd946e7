/** A commune and one of the missions locales that cover it, both sides coded alike. */
export interface CoveragePair {
  readonly communeCode: string;
  readonly missionLocaleCode: string;
}

/** What to end and what to start for a coverage to take the place of another. */
export interface CoveragePlan {
  readonly closing: readonly CoveragePair[];
  readonly opening: readonly CoveragePair[];
}

/** The pairs that go and those that come; those that stay are left untouched. */
export function planCoverage(
  current: readonly CoveragePair[],
  incoming: readonly CoveragePair[],
): CoveragePlan {
  const [known, wanted] = [new Set(current.map(keyOf)), new Set(incoming.map(keyOf))];
  return {
    closing: current.filter((pair) => !wanted.has(keyOf(pair))),
    opening: incoming.filter((pair) => !known.has(keyOf(pair))),
  };
}

function keyOf({ communeCode, missionLocaleCode }: CoveragePair): string {
  return `${communeCode} ${missionLocaleCode}`;
}
