import type { INestApplicationContext } from '@nestjs/common';
import { Outbox, UnitOfWork } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import { isUuid } from '../../platform/fields/index.js';
import { print } from '../printer.js';
import { StartRefused } from '../run-program.js';
import { systemTask } from '../system-task.js';

interface FileRow {
  readonly organisationId: string;
  readonly state: string;
}

/** `exchange:replay`: has a registered file processed again, by a worker, with what was deposited. */
export async function replayExchange(service: INestApplicationContext, id: string): Promise<void> {
  const actor = systemTask('exchange.replay');
  const file = isUuid(id)
    ? await service
        .get(UnitOfWork)
        .run(actor, () => publishAgain(service, id), { lens: 'technical' })
    : undefined;
  if (!file) throw new StartRefused('Aucun fichier déposé ne porte cet identifiant.');
  if (file.state !== 'registered') {
    throw new StartRefused(`Ce fichier est déjà traité (état ${file.state}) : rien à reprendre.`);
  }
  print('Traitement remis en file : suivez son compte rendu.');
}

async function publishAgain(
  service: INestApplicationContext,
  id: string,
): Promise<FileRow | undefined> {
  const [file]: FileRow[] = await currentManager().query(
    'select org_id as "organisationId", state from app.exchange_file where id = $1',
    [id],
  );
  if (file?.state !== 'registered') return file;
  await service.get(Outbox).publish({
    name: 'exchange-file.received.v1',
    organisationId: file.organisationId,
    subjectId: id,
    payload: {},
    correlationId: systemTask('exchange.replay').correlationId,
  });
  return file;
}
