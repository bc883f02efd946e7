export { buildDataSource, type Entities } from './data-source.js';
export { migrateDatabase, type AfterTables } from './migrate.js';
export { ensureRoles, runtimeRoleName, runtimeUrl } from './runtime-role.js';
export { scopeOf, type DatabaseScope, type Lens } from './scope.js';
export { OWNER_ROLE, SCOPE_ROLES, type ScopeRole } from './scope-roles.js';
export { afterCommit, currentManager, currentScope } from './transaction.js';
export { TypeOrmUnitOfWork } from './typeorm-unit-of-work.js';
export { insertRows, queryBySet, updateRows, type ColumnTypes } from './set-based.js';
export { ACTOR_COLUMNS, actorColumns } from './actor-columns.js';
