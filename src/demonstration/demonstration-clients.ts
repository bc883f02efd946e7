/** Known to everybody: the demonstration holds nobody's data. */
export const DEMONSTRATION_SECRET = 'demonstration';

/** The machine clients of contract.md 5, with all the scopes their organisation may have. */
export const DEMONSTRATION_CLIENTS = [
  { clientId: 'demo-rsma-re', organisationCode: 'RSMA-RE', kind: 'unit' },
  { clientId: 'demo-97411S00', organisationCode: '97411S00', kind: 'mission-locale' },
  { clientId: 'demo-rsma-yt', organisationCode: 'RSMA-YT', kind: 'unit' },
  { clientId: 'demo-97600S00', organisationCode: '97600S00', kind: 'mission-locale' },
] as const;

/** Organisations whose stock stays small, so that their files can be read at a glance. */
export const SMALL_STOCKS: ReadonlySet<string> = new Set(
  DEMONSTRATION_CLIENTS.map(({ organisationCode }) => organisationCode),
);
