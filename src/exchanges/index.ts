export { ExchangeFileNotFound } from './domain/exchange-errors.js';
export { EXCHANGE_EVENTS } from './domain/events.js';
export { FLOWS } from './flows/index.js';
export { checkFile, type CheckFileOptions, type LocalCheck } from './local-check/check-file.js';
export type { LocalReference } from './local-check/local-reference.js';
export { LOCAL_FORMATS, type LocalFormat } from './local-check/local-report.js';
export { EXCHANGE_PROBLEMS } from './http/exchange-problems.js';
export { ReplayFile } from './use-cases/replay-file.js';
