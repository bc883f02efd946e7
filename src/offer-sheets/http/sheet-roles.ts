/** Who reads what units offer: whoever refers, and the units, each its own. */
export const SHEET_READERS = {
  roles: [
    'ml-adviser',
    'ml-manager',
    'ml-machine',
    'recruiter',
    'unit-manager',
    'insertion-officer',
    'unit-machine',
  ],
  scope: 'offer-sheets:read',
} as const;

/** Who publishes what a unit offers. */
export const SHEET_PUBLISHERS = {
  roles: ['recruiter', 'unit-manager', 'unit-machine'],
  scope: 'offer-sheets:write',
} as const;
