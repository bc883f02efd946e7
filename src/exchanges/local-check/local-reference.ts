import { localDateIn, type Instant } from '../../kernel/index.js';
import type { CommuneDirectory, Organisation } from '../../organisations/index.js';
import type { FileNameParts } from '../deposit/index.js';
import type { CheckContext } from '../flow/index.js';
import { communeLookup, referenceLists, referenceLookup } from '../use-cases/check-contexts.js';

/** The reference data a local check has: what the project ships. */
export interface LocalReference {
  readonly organisations: readonly LocalOrganisation[];
  readonly communes: CommuneDirectory;
}
export type LocalOrganisation = Pick<
  Organisation,
  'code' | 'kind' | 'timeZone' | 'validFrom' | 'validTo'
>;

/**
 * What rows are checked against here, as the service would: versions of the notice are not at hand, and
 * the slot is taken to be open.
 */
export function localContext(
  { organisations, communes }: LocalReference,
  { code, timeZone }: LocalOrganisation,
  { nature, period }: FileNameParts,
  now: Instant,
): CheckContext {
  const on = localDateIn(now, timeZone);
  return {
    on,
    emitterCode: code,
    communes: communeLookup(communes),
    references: referenceLookup(referenceLists(organisations, on)),
    file: { nature: nature === 'N' || nature === 'A' ? 'I' : nature, period, isSlotOpen: true },
  };
}
