/** A commune and one of the missions locales that cover it, both sides coded alike. */
export interface CoveragePair {
  readonly communeCode: string;
  readonly missionLocaleCode: string;
}

/** A commune whose missions locales are not the same any more. */
export interface CoverageChange {
  readonly communeCode: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What a new coverage file changes, by commune, in the order of the codes. */
export interface CoverageDifference {
  readonly added: readonly CoverageChange[];
  readonly removed: readonly CoverageChange[];
  readonly changed: readonly CoverageChange[];
}

/**
 * Compares the coverage in force with an incoming one, to show the differences before anything is
 * applied (contract.md 6): communes that appear, that disappear, and that change mission locale.
 */
export function diffCoverage(
  current: readonly CoveragePair[],
  incoming: readonly CoveragePair[],
): CoverageDifference {
  const [before, after] = [byCommune(current), byCommune(incoming)];
  const changes = [...new Set([...before.keys(), ...after.keys()])]
    .toSorted()
    .map((communeCode) => ({
      communeCode,
      before: before.get(communeCode) ?? [],
      after: after.get(communeCode) ?? [],
    }))
    .filter((change) => change.before.join() !== change.after.join());
  return {
    added: changes.filter((change) => change.before.length === 0),
    removed: changes.filter((change) => change.after.length === 0),
    changed: changes.filter((change) => change.before.length > 0 && change.after.length > 0),
  };
}

function byCommune(pairs: readonly CoveragePair[]): ReadonlyMap<string, readonly string[]> {
  const communes = new Map<string, Set<string>>();
  for (const { communeCode, missionLocaleCode } of pairs) {
    communes.set(communeCode, (communes.get(communeCode) ?? new Set()).add(missionLocaleCode));
  }
  return new Map([...communes].map(([code, codes]) => [code, [...codes].toSorted()]));
}
