export { longDate, longInstant, longMonth, shortDate } from './dates.js';
export { counted, frenchNumber } from './numbers.js';
export { typeset } from './typography.js';
export { phoneWords } from './phone.js';
