export * from './code-list.js';
