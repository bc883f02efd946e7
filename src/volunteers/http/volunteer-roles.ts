/** Who reads a service: the unit, and the mission locale that referred the young person. */
export const VOLUNTEER_READERS = {
  roles: [
    'recruiter',
    'insertion-officer',
    'unit-manager',
    'unit-machine',
    'ml-adviser',
    'ml-manager',
    'ml-machine',
  ],
  scope: 'volunteers:read',
} as const;

/** Who tells what becomes of it: the unit only. */
export const VOLUNTEER_WRITERS = {
  roles: ['recruiter', 'insertion-officer', 'unit-manager', 'unit-machine'],
  scope: 'volunteers:write',
} as const;
