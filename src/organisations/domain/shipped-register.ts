import type { Organisation, RegisteredOrganisation } from './organisation.js';

/** An organisation of the register beside the row that the project shipped for it last, if any. */
export interface KnownOrganisation {
  readonly organisation: RegisteredOrganisation;
  readonly shipped: Organisation | null;
}

/** What administrators say, and no release. */
export const NOT_SHIPPED = {
  siret: null,
  serviceEmail: null,
  street: null,
  postalCode: null,
  town: null,
  phone: null,
} as const;

const SHIPPED_FIELDS = [
  'code',
  'kind',
  'scheme',
  'name',
  'usualName',
  'territory',
  'timeZone',
  'department',
  'validFrom',
  'validTo',
] as const satisfies readonly (keyof Organisation)[];

/**
 * What a release changes in the register: organisations that are missing are added, and a value that
 * still stands as it was shipped follows the new one. A value that somebody changed is theirs: no
 * release ever writes over it. One that somebody added under the same code is left as it is.
 */
export function planShipped(
  shipped: readonly Organisation[],
  known: readonly KnownOrganisation[],
): readonly KnownOrganisation[] {
  const byId = new Map(known.map((one) => [one.organisation.id, one]));
  const codes = new Set(known.map(({ organisation }) => organisation.code));
  return shipped.flatMap((now) => {
    const one = byId.get(now.id);
    if (one) return isSame(one.shipped, now) ? [] : [followed(one, now)];
    return codes.has(now.code) ? [] : [{ organisation: registered(now), shipped: now }];
  });
}

function followed({ organisation, shipped }: KnownOrganisation, now: Organisation) {
  // Rows of before this was kept: nobody could change them then.
  const before: Organisation = shipped ?? organisation;
  const byHand = SHIPPED_FIELDS.filter((field) => organisation[field] !== before[field]);
  const kept = Object.fromEntries(byHand.map((field) => [field, organisation[field]]));
  const merged: RegisteredOrganisation = { ...organisation, ...now, ...kept };
  const version = organisation.version + (isSame(organisation, merged) ? 0 : 1);
  return { organisation: { ...merged, version }, shipped: now };
}

function isSame(one: Organisation | null, other: Organisation): boolean {
  return one !== null && SHIPPED_FIELDS.every((field) => one[field] === other[field]);
}

function registered(organisation: Organisation): RegisteredOrganisation {
  return { ...organisation, ...NOT_SHIPPED, version: 1 };
}
