/** Who reads notes: both sides. */
export const NOTE_READERS = {
  roles: [
    'ml-adviser',
    'ml-manager',
    'ml-machine',
    'recruiter',
    'unit-manager',
    'insertion-officer',
    'unit-machine',
  ],
  scope: 'evaluations:read',
} as const;

/** Who speaks for a side. */
export const NOTE_WRITERS = {
  roles: ['ml-manager', 'ml-machine', 'unit-manager', 'unit-machine'],
  scope: 'evaluations:write',
} as const;
