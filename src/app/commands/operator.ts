import type { INestApplicationContext } from '@nestjs/common';
import { IdentifyOperator } from '../../accounts/index.js';
import type { Actor } from '../../kernel/index.js';
import { systemTask } from '../system-task.js';

/**
 * Who acts at the command line: the administrator named with `--operateur`, else the service itself,
 * which may only open the very first account.
 * @throws AccountsForbidden when the address is not that of an active administrator
 */
export async function operatorOf(
  service: INestApplicationContext,
  task: string,
  address: string | undefined,
): Promise<Actor> {
  const { channel, correlationId, ...system } = systemTask(task);
  if (address === undefined) return { ...system, channel, correlationId };
  return service.get(IdentifyOperator).execute(address, { channel, correlationId });
}
