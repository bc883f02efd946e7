import type { LoggerService } from '@nestjs/common';
import { framesOf } from './error-trace.js';
import type { EventLog } from './event-log.js';
import type { LogFields } from './logged-fields.js';

/** What the framework says, written as events of our log. Its chatter about wiring is for debug. */
export class NestLog implements LoggerService {
  constructor(private readonly events: EventLog) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.events.debug('nest.log', said(message, rest));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.events.debug('nest.debug', said(message, rest));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.events.debug('nest.verbose', said(message, rest));
  }

  /** Our own parts that know only the framework's logger give an object: its event and its fields. */
  warn(message: unknown, ...rest: unknown[]): void {
    if (isEvent(message)) this.events.warn(message.event, message);
    else this.events.warn('nest.warning', said(message, rest));
  }

  error(message: unknown, ...rest: unknown[]): void {
    if (isEvent(message)) {
      this.events.fault(message.event, message);
      return;
    }
    if (message instanceof Error) {
      this.events.error('nest.error', message, said('', rest));
      return;
    }
    this.events.warn('nest.error', { ...said(message, rest), ...origin(rest) });
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.error(message, ...rest);
  }
}

/** Fields outside the list are dropped where the line is written. */
function isEvent(message: unknown): message is LogFields & { event: string } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'event' in message &&
    typeof message.event === 'string'
  );
}

/** The framework passes its context as the last text. */
function said(message: unknown, rest: readonly unknown[]): { message: string; context: string } {
  const context = rest.at(-1);
  return {
    message: typeof message === 'string' ? message : '',
    context: typeof context === 'string' && !context.includes('\n') ? context : '',
  };
}

function origin(rest: readonly unknown[]): { errorOrigin?: string } {
  const stack = rest.find((item) => typeof item === 'string' && item.includes('\n'));
  return typeof stack === 'string' ? { errorOrigin: framesOf(stack) } : {};
}
