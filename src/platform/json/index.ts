export { parseStrictJson } from './strict-json.js';
export type { JsonReading, JsonRefusal, StrictJson, StrictObject } from './strict-json.js';
