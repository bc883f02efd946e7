export * from './acting-role.js';
export * from './actor.js';
export * from './role.js';
export { systemActor } from './system-actor.js';
