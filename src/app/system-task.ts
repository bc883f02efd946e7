import { randomUUID } from 'node:crypto';
import { systemActor, type SystemActor } from '../kernel/index.js';

/** The service itself at a task of its own, outside any organisation. */
export function systemTask(task: string): SystemActor {
  return systemActor(task, null, randomUUID());
}
