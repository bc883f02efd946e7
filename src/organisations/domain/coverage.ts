import type { LocalDate } from '../../kernel/index.js';
import { isActiveOn } from './organisation.js';

/** A mission locale covers a commune over a period; several may share one. */
export interface CoverageEntry {
  /** COG code; Paris, Lyon and Marseille also by arrondissement. */
  readonly communeCode: string;
  /** Structure code, nine characters: `97411S00`. */
  readonly missionLocaleCode: string;
  readonly validFrom: LocalDate;
  /** Last day of validity; `null` = still in force. */
  readonly validTo: LocalDate | null;
}

/** Where the case of a young person goes (peers.md 11.2, point 2). */
export type Routing =
  | { readonly state: 'routed'; readonly missionLocaleCode: string }
  /** Several missions locales share the commune: a human chooses among them. */
  | { readonly state: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly state: 'unresolved' }
  /** No mission locale of the network there; local bodies, when any, are proposed to a human. */
  | {
      readonly state: 'outside-network';
      readonly department: string;
      readonly candidates: readonly string[];
    };

/**
 * Departments and collectivities without a line in the coverage file (peers.md 12), with the local
 * bodies that stand in: in New Caledonia the competence is local, and the province decides.
 */
const OUTSIDE_NETWORK: Readonly<Record<string, readonly string[]>> = {
  '975': [],
  '986': [],
  '987': [],
  '988': ['NC001S00', 'NC002S00'],
};

/**
 * The mission locale of a commune on a day. A commune code is needed, never a postal code: overseas,
 * one postal code serves communes of several missions locales.
 * @param currentOf gives the present code of a merged commune; tried when the code itself is unknown
 */
export function missionLocaleOf(
  communeCode: string,
  on: LocalDate,
  coverage: readonly CoverageEntry[],
  currentOf: (code: string) => string | undefined = () => undefined,
): Routing {
  const current = currentOf(communeCode) ?? communeCode;
  const [candidates = []] = [communeCode, current]
    .map((code) => covering(code, on, coverage))
    .filter((codes) => codes.length > 0);
  const [only, another] = candidates;
  if (another !== undefined) return { state: 'ambiguous', candidates };
  if (only !== undefined) return { state: 'routed', missionLocaleCode: only };
  const department = current.slice(0, 3);
  const local = OUTSIDE_NETWORK[department];
  return local === undefined
    ? { state: 'unresolved' }
    : { state: 'outside-network', department, candidates: local };
}

function covering(
  communeCode: string,
  on: LocalDate,
  coverage: readonly CoverageEntry[],
): readonly string[] {
  const codes = coverage
    .filter((entry) => entry.communeCode === communeCode && isActiveOn(entry, on))
    .map((entry) => entry.missionLocaleCode);
  return [...new Set(codes)].toSorted();
}
