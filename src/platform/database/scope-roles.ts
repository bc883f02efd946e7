/**
 * The database roles of the application. None may log in, own a table or go around row-level
 * security; a transaction takes exactly one of them (trust.md 0.4: one role per scope, because a
 * policy with `OR` costs a full scan).
 */
export const SCOPE_ROLES = [
  /** A mission locale reads and writes what is its own. */
  'passerelle_mission_locale',
  /** A unit reads and writes what is addressed to it. */
  'passerelle_unit',
  /** National bodies: reference data only, nobody's name. */
  'passerelle_national',
  /** Reads medical conclusions, and nothing else about people (PRV-02). */
  'passerelle_medical',
  /** The service itself: ledger, outbox, tokens, reference data. No young person. */
  'passerelle_technical',
  /** Reads the journal, and nothing else but the directory. */
  'passerelle_journal',
] as const;

export type ScopeRole = (typeof SCOPE_ROLES)[number];

/** Owns the schema when the server gives us a superuser; never used by the application. */
export const OWNER_ROLE = 'passerelle_owner';

/**
 * Owns the functions that count everyone for national bodies, and is taken by nobody: no login role is a
 * member of it. It may read some columns of some tables, none of which names anybody (PRV-20).
 */
export const STATISTICS_ROLE = 'passerelle_statistics';
