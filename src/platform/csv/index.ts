export { CsvFault } from './csv-fault.js';
export type { CsvFaultCode, CsvPlace } from './csv-fault.js';
export { SEPARATORS } from './csv-record.js';
export type { CsvNotice, CsvRecord, Separator } from './csv-record.js';
export { CSV_LIMITS } from './csv-scanner.js';
export { scanCsv } from './scan-csv.js';
export type { CsvScan } from './scan-csv.js';
