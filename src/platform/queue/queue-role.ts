import type { ScopeRole } from '../database/scope-roles.js';

/**
 * The role queue connections take as soon as they open. The login role itself keeps no right on
 * any table, and a copy of a database keeps working under its own login role.
 */
export const QUEUE_ROLE: ScopeRole = 'passerelle_technical';
