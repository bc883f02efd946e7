export * from './domain/code-lists.js';
export * from './domain/evaluation-note.js';
export * from './use-cases/ports.js';
export { NOTE_WRITTEN } from './use-cases/write-note.js';
export { EVALUATION_PROBLEMS } from './http/note-problems.js';
