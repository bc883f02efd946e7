const MISSION_LOCALE = ['ml-adviser', 'ml-manager', 'ml-machine'] as const;

/** Who says what became of somebody: their mission locale. */
export const FOLLOW_UP_WRITERS = { roles: MISSION_LOCALE, scope: 'follow-ups:write' } as const;

/** Who reads it: the mission locale, and the unit that had the volunteer (F16). */
export const FOLLOW_UP_READERS = {
  roles: [...MISSION_LOCALE, 'recruiter', 'insertion-officer', 'unit-manager', 'unit-machine'],
  scope: 'follow-ups:read',
} as const;
