export { EXCHANGE_EVENTS } from './domain/events.js';
export { FLOWS } from './flows/index.js';
