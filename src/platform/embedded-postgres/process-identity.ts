import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Name of a running process that no later process can bear: its number and its moment of birth,
 * e.g. "4211.918273". Undefined when the process is gone, or is a zombie nobody has reaped
 * (frequent in containers): it runs no more, whatever `kill -0` answers.
 */
export function processIdentity(pid: number): string | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return process.platform === 'linux' ? linuxIdentity(pid) : psIdentity(pid);
}

/** Command line of a process, its words joined by spaces; undefined when it cannot be read. */
export function commandLineOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'command');
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
  } catch {
    return undefined;
  }
}

function linuxIdentity(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name between parentheses and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, bornAt] = [fields[0], fields[19]];
    return state === 'Z' || state === 'X' ? undefined : `${pid}.${bornAt}`;
  } catch {
    return undefined;
  }
}

function psIdentity(pid: number): string | undefined {
  if (ps(pid, 'stat')?.startsWith('Z')) return undefined;
  const bornAt = ps(pid, 'lstart');
  return bornAt ? `${pid}.${bornAt.replace(/\W+/g, '-')}` : undefined;
}

function ps(pid: number, column: string): string | undefined {
  const answer = spawnSync('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
  return answer.status === 0 ? answer.stdout.trim() || undefined : undefined;
}
