/** Who reads the files of a unit on the pages: the same people as by the API. */
export const UNIT_READERS = {
  roles: ['recruiter', 'unit-manager', 'insertion-officer', 'medical-office'],
} as const;
