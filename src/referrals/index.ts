export * from './domain/code-lists.js';
