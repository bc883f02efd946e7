import type { LoggerService } from '@nestjs/common';
import { framesOf } from './error-trace.js';
import type { EventLog } from './event-log.js';

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

  warn(message: unknown, ...rest: unknown[]): void {
    this.events.warn('nest.warning', said(message, rest));
  }

  error(message: unknown, ...rest: unknown[]): void {
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
