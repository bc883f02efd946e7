/** Who reads the figures: the follow-up committee and the national pilots, DGOM included. */
export const COMMITTEE = { roles: ['committee-member', 'national-pilot'] } as const;

/** Who freezes a report: the administration, which reads none of its figures (trust.md 3). */
export const ADMINISTRATION = { roles: ['admin'] } as const;

/** Who sees which years were frozen. */
export const EDITION_READERS = { roles: [...COMMITTEE.roles, ...ADMINISTRATION.roles] } as const;
