/** Who works with the referrals of a mission locale on the pages: the same people as by the API. */
export const ADVISERS = { roles: ['ml-adviser', 'ml-manager'] } as const;

/** Who opens a conclusion by giving a reason (interface.md 0.3). */
export const REASON_GIVERS = { roles: ['ml-manager'] } as const;
