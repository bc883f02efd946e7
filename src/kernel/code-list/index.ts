export * from './code-list.js';
export * from './reason-tree.js';
