export * from './decide.js';
export * from './faults.js';
export * from './machine.js';
export * from './mermaid.js';
