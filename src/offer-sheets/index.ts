export * from './domain/offer-sheet.js';
export * from './use-cases/ports.js';
export { SHEET_PUBLISHED } from './use-cases/publish-sheet.js';
export { SHEET_PROBLEMS } from './http/sheet-problems.js';
