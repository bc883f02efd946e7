export * from './brand.js';
export * from './actor/index.js';
export * from './code-list/index.js';
export * from './errors/index.js';
export * from './ids/index.js';
export * from './ports/index.js';
export * from './state-machine/index.js';
export * from './time/index.js';
