import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/*
 * Why a start may fail now and succeed a moment later, in PostgreSQL's words (LC_MESSAGES=C):
 * another process won the start, children of a killed server still leave, the port was taken.
 */
const PASSING =
  /lock file "postmaster\.pid" already exists|pre-existing shared memory|could not create any TCP\/IP sockets|could not bind/;

/** PostgreSQL's log in a home. */
export function logFileOf(home: string): string {
  return path.join(home, 'postgresql.log');
}

/** Size in bytes of PostgreSQL's log, to read afterwards what one start added to it. */
export function logSize(logFile: string): number {
  return existsSync(logFile) ? statSync(logFile).size : 0;
}

/** What was added to the log after `from` bytes. */
export function logSince(logFile: string, from: number): string {
  return existsSync(logFile) ? readFileSync(logFile).subarray(from).toString('utf8') : '';
}

/** Tells whether a failed start is worth another try. */
export function isPassingFailure(log: string): boolean {
  return PASSING.test(log);
}
