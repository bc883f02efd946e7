const MISSION_LOCALE = ['ml-adviser', 'ml-manager', 'ml-machine'] as const;

/** Who writes contracts: their mission locale. */
export const CONTRACT_WRITERS = { roles: MISSION_LOCALE, scope: 'cej:write' } as const;

/** Who reads them: their mission locale, and the unit in which the young person serves (F18). */
export const CONTRACT_READERS = {
  roles: [...MISSION_LOCALE, 'recruiter', 'unit-manager', 'insertion-officer', 'unit-machine'],
  scope: 'cej:read',
} as const;
