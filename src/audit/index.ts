export { recordRefused, type RefusalJournal, type RefusedAct } from './use-cases/record-refused.js';
