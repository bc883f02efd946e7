export { currentCorrelationId, withCorrelation } from './correlation.js';
export { errorTrace } from './error-trace.js';
export { EventLog, type EventLogOptions } from './event-log.js';
export { LOGGED_FIELDS, type LogFields, type LoggedField } from './logged-fields.js';
export { NestLog } from './nest-log.js';
export { printable } from './printable.js';
