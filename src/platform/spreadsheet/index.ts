export { writeOds, type Sheet, type SheetCell } from './write-ods.js';
