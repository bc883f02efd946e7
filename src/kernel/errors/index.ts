export * from './changed-meanwhile.js';
export * from './domain-error.js';
export * from './json-value.js';
