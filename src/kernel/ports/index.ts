export * from './audit-trail.js';
export * from './outbox.js';
export * from './unit-of-work.js';
