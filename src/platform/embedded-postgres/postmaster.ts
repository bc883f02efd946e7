import { readFileSync } from 'node:fs';
import path from 'node:path';
import { commandLineOf, processIdentity } from './process-identity.js';

/** What `postmaster.pid` of a data directory tells, checked against the processes of the machine. */
export type Postmaster =
  | { readonly state: 'none' }
  /** A file left by a postmaster that runs no more; its number may now belong to another program. */
  | { readonly state: 'stale'; readonly pid: number }
  /** `ready` accepts connections on `port`; `busy` is starting, recovering or stopping. */
  | {
      readonly state: 'ready' | 'busy';
      readonly pid: number;
      readonly identity: string;
      readonly port: number;
    };

/** Reads the state of the PostgreSQL server of `dataDirectory`. */
export function postmasterOf(dataDirectory: string): Postmaster {
  const lines = pidFileLines(dataDirectory);
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return { state: 'none' };
  const identity = processIdentity(pid);
  if (!identity || !isServerOf(pid, dataDirectory)) return { state: 'stale', pid };
  const state = lines[7]?.trim() === 'ready' ? 'ready' : 'busy';
  return { state, pid, identity, port: Number(lines[3]) };
}

function pidFileLines(dataDirectory: string): readonly string[] {
  try {
    return readFileSync(path.join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function isServerOf(pid: number, dataDirectory: string): boolean {
  const commandLine = commandLineOf(pid);
  // A process we may not look at is respected: PostgreSQL itself decides then.
  if (commandLine === undefined) return true;
  return commandLine.includes('postgres') && commandLine.includes(dataDirectory);
}
