export * from './domain/code-lists.js';
export * from './domain/decide-direct.js';
export * from './domain/direct-applicant.js';
export { directApplicantMachine } from './domain/direct-applicant.machine.js';
export * from './domain/errors.js';
export { DIRECT_APPLICANT_PROBLEMS } from './http/direct-applicant-problems.js';
