export { buildDataSource, type Entities } from './data-source.js';
export { migrateDatabase, type AfterTables } from './migrate.js';
export { ensureRoles, runtimeRoleName, runtimeUrl } from './runtime-role.js';
export {
  Conditions,
  countOf,
  currentReading,
  latest,
  rowsOf,
  type Reading,
  type RowPosition,
  type ScopedStatement,
  type SqlValue,
} from './reading/index.js';
export { scopeOf, type DatabaseScope } from './scope.js';
export { OWNER_ROLE, SCOPE_ROLES, STATISTICS_ROLE, type ScopeRole } from './scope-roles.js';
export { afterCommit, currentManager, currentScope } from './transaction.js';
export { TypeOrmUnitOfWork } from './typeorm-unit-of-work.js';
export { insertRows, queryBySet, updateRows, type ColumnTypes } from './set-based.js';
export { TransitionColumns } from './transition-columns.js';
export { TRANSITION_FIELDS, transitionOf, type TransitionRow } from './transition-rows.js';
export { ACTOR_COLUMNS, actorColumns } from './actor-columns.js';
export { violatedConstraint } from './constraint.js';
export { deleteExpiredKeys } from './delete-expired-keys.js';
export { DatabaseIdempotencyStore } from './database-idempotency-store.js';
