import { existsSync, readFileSync, readdirSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/**
 * Processor seconds a process has used, with those of its present and past children when asked;
 * `undefined` where /proc is not there. Unlike a clock, it does not count the neighbours' work.
 */
export function processorSeconds(pid, withChildren = false) {
  if (!existsSync(`/proc/${pid}/stat`)) return undefined;
  const own = times(pid);
  const children = withChildren
    ? childrenOf(pid).reduce((sum, child) => sum + times(child).self, 0)
    : 0;
  return (own.self + (withChildren ? own.ended : 0) + children) / TICKS_PER_SECOND;
}

/** Process of the PostgreSQL server behind a connection: the parent of its backend. */
export async function postmasterOf(client) {
  const { rows } = await client.query('select pg_backend_pid() as pid');
  const [, parent] = fields(rows[0].pid) ?? [];
  return parent === undefined ? undefined : Number(parent);
}

function times(pid) {
  const [, , , , , , , , , , , user = 0, system = 0, endedUser = 0, endedSystem = 0] =
    fields(pid) ?? [];
  return { self: Number(user) + Number(system), ended: Number(endedUser) + Number(endedSystem) };
}

/** From the state (third field) on: the name before it may hold anything. */
function fields(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function childrenOf(pid) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => fields(name)?.[1] === String(pid));
}
