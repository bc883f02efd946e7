/** Who takes returns in charge: the same people as by the API. */
export const ADVISERS = { roles: ['ml-adviser', 'ml-manager'] } as const;

const OF_UNITS = ['recruiter', 'insertion-officer', 'unit-manager'] as const;

/** Who sees them: the unit reads what the mission locale does. */
export const RETURN_READERS = { roles: [...ADVISERS.roles, ...OF_UNITS] } as const;

/** Whom silence climbs to: national and regional bodies, by figures alone (domain.md 9.4). */
export const PILOTS = { roles: ['national-pilot'] } as const;
