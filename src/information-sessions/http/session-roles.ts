const MISSION_LOCALE = ['ml-adviser', 'ml-manager', 'ml-machine'] as const;
const UNIT = ['recruiter', 'unit-manager', 'unit-machine'] as const;

/** Who plans sessions, registers and says who came. */
export const SESSION_HOLDERS = {
  roles: MISSION_LOCALE,
  scope: 'information-sessions:write',
} as const;

/** Who answers for the unit that is invited. */
export const SESSION_GUESTS = { roles: UNIT, scope: 'information-sessions:write' } as const;

/** Who reads them: both sides. */
export const SESSION_READERS = {
  roles: [...MISSION_LOCALE, ...UNIT],
  scope: 'information-sessions:read',
} as const;
