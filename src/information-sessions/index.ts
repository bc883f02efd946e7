export * from './domain/code-lists.js';
export * from './domain/decide-session.js';
export * from './domain/information-session.js';
export * from './domain/information-session.machine.js';
export * from './use-cases/ports.js';
export * from './use-cases/session-changes.js';
export { PurgeRegistrations } from './use-cases/purge-registrations.js';
export { SESSION_PROBLEMS } from './http/session-problems.js';
export { SessionHome, type SessionTask } from './web/home/session-home.js';
