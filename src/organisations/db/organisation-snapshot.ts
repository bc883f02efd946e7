import { currentManager } from '../../platform/database/index.js';
import type { ContactDetails } from '../domain/contact-details.js';
import type { Convention } from '../domain/convention.js';
import type { Organisation } from '../domain/organisation.js';
import { within } from '../domain/standing.js';
import { ConventionEntity } from './convention.entity.js';
import { toContact, toConvention, toOrganisation } from './organisation-rows.js';
import { OrganisationEntity } from './organisation.entity.js';

/** Organisations and conventions at one moment. */
export interface OrganisationSnapshot {
  /** Milliseconds since 1970. */
  readonly readAt: number;
  /** Changes with any change of the register. */
  readonly mark: string;
  readonly byId: ReadonlyMap<string, Organisation>;
  readonly byCode: ReadonlyMap<string, Organisation>;
  readonly contacts: ReadonlyMap<string, ContactDetails>;
  readonly conventions: readonly Convention[];
  /** Conventions of each pair, by `pairKey`: a file asks once per row. */
  readonly byPair: ReadonlyMap<string, readonly Convention[]>;
}

/** Key of a pair in a snapshot. */
export function pairKey(pair: Pick<Convention, 'missionLocaleId' | 'unitId'>): string {
  return `${pair.missionLocaleId} ${pair.unitId}`;
}

// A row written later has a higher `xmin`: with the count, the sum tells any two states apart.
const MARK = ['organisation', 'convention']
  .map(
    (table) =>
      `(select count(*) || '/' || coalesce(sum(xmin::text::numeric), 0) from app.${table})`,
  )
  .join(` || ' ' || `);

/**
 * The register in the current unit of work: `known` itself when nothing has changed since, which
 * costs a hundredth of reading it all again.
 */
export async function readSnapshot(
  readAt: number,
  known?: OrganisationSnapshot,
): Promise<OrganisationSnapshot> {
  const manager = currentManager();
  // Before the rows: one that changes in between is then seen the next time.
  const [{ mark } = { mark: '' }]: { mark: string }[] = await manager.query(
    `select ${MARK} as mark`,
  );
  if (known?.mark === mark) return { ...known, readAt };
  const rows = await manager.find(OrganisationEntity);
  const conventionRows = await manager.find(ConventionEntity);
  // Sorted here: the collation of the database is not the order of our cursors.
  const organisations = rows.map(toOrganisation).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const byId = new Map(organisations.map((one) => [one.id, one]));
  const conventions = conventionRows.map((row) => withinParties(toConvention(row), byId));
  return {
    readAt,
    mark,
    byId,
    byCode: new Map(organisations.map((one) => [one.code, one])),
    contacts: new Map(rows.map((row) => [row.id, toContact(row)])),
    conventions,
    byPair: groupByPair(conventions),
  };
}

/** What somebody closes has no convention any more, and has them again when it is opened again. */
function withinParties(
  convention: Convention,
  byId: ReadonlyMap<string, Organisation>,
): Convention {
  const parties = [byId.get(convention.missionLocaleId), byId.get(convention.unitId)];
  return parties.reduce((kept, party) => (party ? within(kept, party) : kept), convention);
}

function groupByPair(
  conventions: readonly Convention[],
): ReadonlyMap<string, readonly Convention[]> {
  const groups = new Map<string, Convention[]>();
  for (const convention of conventions) {
    const key = pairKey(convention);
    const group = groups.get(key);
    if (group) group.push(convention);
    else groups.set(key, [convention]);
  }
  return groups;
}
