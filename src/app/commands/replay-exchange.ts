import type { INestApplicationContext } from '@nestjs/common';
import { ExchangeFileNotFound, ReplayFile } from '../../exchanges/index.js';
import { isUuid } from '../../platform/fields/index.js';
import { print } from '../printer.js';
import { StartRefused } from '../run-program.js';
import { systemTask } from '../system-task.js';

/** `exchange:replay`: gives a file set aside back to the processing, or one that waits after an error. */
export async function replayExchange(service: INestApplicationContext, id: string): Promise<void> {
  const state = await stateOf(service, id);
  if (state !== 'registered' && state !== 'internal-error') {
    throw new StartRefused(`Ce fichier est déjà traité (état ${state}) : rien à reprendre.`);
  }
  print('Traitement remis en file : suivez son compte rendu.');
}

async function stateOf(service: INestApplicationContext, id: string): Promise<string> {
  try {
    if (!isUuid(id)) throw new ExchangeFileNotFound();
    return await service.get(ReplayFile).execute(id, systemTask('exchange.replay'));
  } catch (error) {
    if (!(error instanceof ExchangeFileNotFound)) throw error;
    throw new StartRefused('Aucun fichier déposé ne porte cet identifiant.');
  }
}
