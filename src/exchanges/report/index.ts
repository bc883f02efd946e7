export * from './anomaly-entry.js';
export * from './deposit-receipt.js';
export * from './rejects-csv.js';
export * from './report-csv.js';
export * from './report-html.js';
export * from './report-json.js';
export * from './report-subject.js';
