const READERS = ['recruiter', 'unit-manager', 'insertion-officer', 'medical-office'] as const;

/** Who reads the files of a unit on the pages: the same people as by the API. */
export const UNIT_READERS = { roles: READERS } as const;

/** Who takes a file further. */
export const UNIT_DECIDERS = { roles: ['recruiter', 'unit-manager'] } as const;

/** Who posts its outcome. */
export const OUTCOME_WRITERS = { roles: [...UNIT_DECIDERS.roles, 'medical-office'] } as const;
