import { UnrecoverableError } from 'bullmq';
import { PermanentJobFailure } from './job.js';

const CODE = /^[\w.-]{1,60}$/;
/** Ends with a place in a file: a line of the message cannot pass for one by chance. */
const FRAME = /^ {4}at .*(:\d+:\d+\)?|\(<anonymous>\))$/;

/**
 * Says what went wrong without quoting the message, which may hold a value of a record: name of
 * the error and its code, as `QueryFailedError 23505`.
 */
export function failureLabel(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure';
  const code: unknown = Reflect.get(error, 'code');
  const usable = (typeof code === 'string' || typeof code === 'number') && CODE.test(String(code));
  return usable ? `${error.name} ${String(code)}` : error.name;
}

/** The error the queue may keep: its label and its frames, in clear text in the queue's tables. */
export function keepableFailure(error: unknown): Error {
  const label = failureLabel(error);
  const kept =
    error instanceof PermanentJobFailure ? new UnrecoverableError(label) : new Error(label);
  const frames = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  kept.stack = [label, ...frames.filter((line) => FRAME.test(line))].join('\n');
  return kept;
}
