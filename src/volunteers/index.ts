export * from './domain/code-lists.js';
export * from './domain/decide-volunteer.js';
export * from './domain/errors.js';
export * from './domain/volunteer.js';
export * from './domain/volunteer.machine.js';
export * from './domain/volunteer.rules.js';
export * from './use-cases/ports.js';
export * from './use-cases/volunteer-changes.js';
export { VOLUNTEER_PROBLEMS } from './http/volunteer-problems.js';
