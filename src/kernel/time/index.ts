export * from './clock.js';
export * from './instant.js';
export * from './local-date.js';
export * from './month.js';
