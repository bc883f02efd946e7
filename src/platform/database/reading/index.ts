export { BatchRunner, type ScopedStatement } from './batch-runner.js';
export { currentReading, rowsOf, runReading, type Reading } from './reading.js';
export type { SqlValue } from './sql-value.js';
export { Conditions, countOf, latest, type RowPosition } from './latest-first.js';
