import type { SystemActor } from '../../kernel/index.js';

/** The service itself at work on messages, which belong to no organisation. */
export function mailTask(task: string, correlationId: string): SystemActor {
  const channel = { kind: 'system', task } as const;
  return { type: 'system', id: 'system', task, organisation: null, channel, correlationId };
}
