import type { INestApplicationContext } from '@nestjs/common';
import { parseLocalDate } from '../../kernel/index.js';
import { PublishNotice } from '../../people/index.js';
import { print } from '../printer.js';
import { StartRefused } from '../run-program.js';
import { systemTask } from '../system-task.js';

const VERSION = /^[0-9A-Za-z.-]{1,10}$/;

/** `notice:publish`: a version of the information notice that advisers hand over. */
export async function publishNotice(
  service: INestApplicationContext,
  version: string,
  { validFrom }: { readonly validFrom: string },
): Promise<void> {
  const day = parseLocalDate(validFrom);
  if (!day) throw new StartRefused('--valid-from attend un jour réel, au format AAAA-MM-JJ.');
  if (!VERSION.test(version)) {
    throw new StartRefused('La version tient en dix lettres, chiffres, points ou tirets.');
  }
  const isNew = await service
    .get(PublishNotice, { strict: false })
    .execute(version, day, systemTask('notice.publish'));
  print(isNew ? `Notice ${version} en vigueur.` : `La notice ${version} existe déjà, inchangée.`);
}
