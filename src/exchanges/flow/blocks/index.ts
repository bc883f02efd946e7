export * from './contact-block.js';
export * from './identity-block.js';
export * from './key-block.js';
export * from './line-block.js';
