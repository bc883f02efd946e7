/** At most so many requests of a kind in a while, for each subject: an account, a client, an address. */
export interface Quota {
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
  /** When the shared count is out of reach: nobody signs in or takes data away uncounted, the rest goes on. */
  readonly whenLost: 'refuse' | 'count-here';
}

/** Permits that a process takes at once of a quota of many: one request in so many asks the database. */
const MOST_TAKEN_AT_ONCE = 12;

/** How many permits a process takes at once: at most a tenth of the quota may so lie unused in each (SEC-21). */
export function permitsAtOnce({ most, whenLost }: Quota): number {
  if (whenLost === 'refuse') return 1;
  return Math.max(1, Math.min(MOST_TAKEN_AT_ONCE, Math.floor(most / 10)));
}
