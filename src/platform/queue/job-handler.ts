import 'reflect-metadata';
import type { JobRunner, Repeat } from './job.js';

/** What `@JobHandler` says about a class. */
export interface JobHandlerOptions {
  /** Jobs of one queue wait for each other; jobs of two queues do not. */
  readonly queue: string;
  /** Unique in the whole application: `exchange.apply-chunk`. */
  readonly name: string;
  /** Jobs of the queue that one process runs at once; all handlers of a queue say the same. */
  readonly concurrency?: number;
  /** For a task of the calendar: added by itself, with empty data. */
  readonly repeat?: Repeat;
}

const HANDLER = Symbol('job handler');
const ENQUEUES = Symbol('names of jobs a class adds');

/** Marks a provider as the one runner of the jobs of a name. */
export function JobHandler(options: JobHandlerOptions) {
  return (target: new (...args: never[]) => JobRunner): void => {
    Reflect.defineMetadata(HANDLER, options, target);
  };
}

/** Names the jobs a provider adds, so that a name nobody runs stops the start, not the night. */
export function Enqueues(...names: readonly string[]) {
  return (target: new (...args: never[]) => object): void => {
    Reflect.defineMetadata(ENQUEUES, names, target);
  };
}

/** What `@JobHandler` said about a class, if anything. */
export function jobHandlerOptions(target: object): JobHandlerOptions | undefined {
  const options: JobHandlerOptions | undefined = Reflect.getMetadata(HANDLER, target);
  return options;
}

/** What `@Enqueues` said about a class; nothing when it is not marked. */
export function enqueuedNames(target: object): readonly string[] {
  const names: readonly string[] | undefined = Reflect.getMetadata(ENQUEUES, target);
  return names ?? [];
}
