export { backUpCluster, CLUSTER_FILES } from './back-up-cluster.js';
export { SERVER_MAJOR } from './cluster.js';
export { EmbeddedPostgresError } from './embedded-postgres-error.js';
export { startEmbeddedPostgres } from './start-embedded-postgres.js';
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './start-embedded-postgres.js';
export { settleHome } from './home.js';
export { restoreCluster, restorePlaceOf, type RestorePlace } from './restore-cluster.js';
