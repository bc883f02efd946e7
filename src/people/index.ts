export * from './domain/code-lists.js';
export * from './domain/birth-date.js';
