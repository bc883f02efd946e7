export * from './use-cases/ports.js';
