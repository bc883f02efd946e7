/** Who works with contracts on the pages: the same people as by the API. */
export const ADVISERS = { roles: ['ml-adviser', 'ml-manager'] } as const;
