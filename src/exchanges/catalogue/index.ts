export * from './door-fault.js';
export * from './door-faults.js';
export * from './fault-level.js';
export * from './fault-precisions.js';
export * from './fault-text.js';
export * from './row-faults.js';
