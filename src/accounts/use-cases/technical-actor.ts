import { systemActor, type SystemActor } from '../../kernel/index.js';

/** The service itself at work on accounts and tokens, which belong to no organisation's rows. */
export function technicalActor(task: string, correlationId: string): SystemActor {
  return systemActor(task, null, correlationId);
}
