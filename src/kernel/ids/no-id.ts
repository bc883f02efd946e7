/** The id of nobody: a filter by it finds nothing. */
export const NO_ID = '00000000-0000-0000-0000-000000000000';
