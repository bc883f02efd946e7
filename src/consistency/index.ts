export * from './domain/exception-rules.js';
export * from './use-cases/check-consistency.js';
export * from './use-cases/consult-exceptions.js';
export type { ConsistencyRun } from './use-cases/ports.js';
export { RULE_WORDS } from './web/exception-words.js';
