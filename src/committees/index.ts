export * from './domain/errors.js';
export * from './domain/figures.js';
export * from './domain/indicator-list.js';
export * from './domain/indicators.js';
export * from './domain/periods.js';
export * from './domain/places.js';
export * from './domain/populations.js';
export { COMMITTEE_PROBLEMS } from './http/committee-problems.js';
export { REPORT_FROZEN } from './use-cases/freeze-report.js';
