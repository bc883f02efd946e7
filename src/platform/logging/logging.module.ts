import { Module, type DynamicModule } from '@nestjs/common';
import { EventLog, type EventLogOptions } from './event-log.js';

/** Gives the log to every module of a process. */
@Module({})
export class LoggingModule {
  static with(options: EventLogOptions = {}): DynamicModule {
    return {
      module: LoggingModule,
      global: true,
      providers: [{ provide: EventLog, useFactory: () => new EventLog(options) }],
      exports: [EventLog],
    };
  }
}
