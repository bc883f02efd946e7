export * from './check-character.js';
export * from './ids.js';
export * from './organisation-code.js';
export * from './person-code.js';
export * from './referral-reference.js';
export * from './siret.js';
export * from './no-id.js';
