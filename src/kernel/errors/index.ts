export * from './domain-error.js';
export * from './json-value.js';
