import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import { currentCorrelationId } from './correlation.js';
import { errorTrace } from './error-trace.js';
import { isLoggedField, type LogFields } from './logged-fields.js';
import { printable } from './printable.js';

export interface EventLogOptions {
  /** Where lines go; standard output when absent. */
  readonly destination?: DestinationStream;
  readonly level?: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
}

/**
 * The log of the service: one JSON line per event, UTC instants, only listed keys, each text escaped
 * and cut (OPS-13, SEC-45). `event` names what happened: `http.request`, `outbox.relayed`…
 */
export class EventLog {
  private readonly lines: Logger;

  constructor(options: EventLogOptions = {}) {
    this.lines = pino(
      {
        level: options.level ?? 'info',
        base: null,
        timestamp: stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
      },
      options.destination ?? pino.destination({ sync: true }),
    );
  }

  debug(event: string, fields: LogFields = {}): void {
    this.lines.debug(lineOf(event, fields));
  }

  info(event: string, fields: LogFields = {}): void {
    this.lines.info(lineOf(event, fields));
  }

  warn(event: string, fields: LogFields = {}): void {
    this.lines.warn(lineOf(event, fields));
  }

  /** Logs a fault of ours; of `error` only its class, code and origin are written. */
  error(event: string, error: unknown, fields: LogFields = {}): void {
    this.fault(event, { ...errorTrace(error), ...fields });
  }

  /** Logs a fault of ours that is no error thrown. */
  fault(event: string, fields: LogFields): void {
    this.lines.error(lineOf(event, fields));
  }
}

function lineOf(event: string, fields: LogFields): Record<string, unknown> {
  const line: Record<string, unknown> = { event: printable(event) };
  const correlationId = currentCorrelationId();
  if (correlationId !== undefined) line.correlationId = printable(correlationId);
  for (const [key, value] of Object.entries(fields)) {
    const kept = keptValue(value);
    if (isLoggedField(key) && kept !== undefined) line[key] = kept;
  }
  return line;
}

function keptValue(value: unknown): string | number | boolean | null | undefined {
  if (typeof value === 'string') return printable(value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  return undefined;
}
