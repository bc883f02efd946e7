export * from './folder-entry.js';
export * from './ordinary-file.js';
export * from './spool-claim.js';
export * from './spool-folder.js';
export * from './whole-file.js';
