import { randomUUID } from 'node:crypto';
import type { SystemActor } from '../kernel/index.js';

/** The service itself at a task of its own, outside any organisation. */
export function systemTask(task: string): SystemActor {
  return {
    type: 'system',
    id: 'system',
    task,
    organisation: null,
    channel: { kind: 'system', task },
    correlationId: randomUUID(),
  };
}
