/** Who reads the figures: the follow-up committee and the national pilots, DGOM included. */
export const COMMITTEE = { roles: ['committee-member', 'national-pilot'] } as const;
