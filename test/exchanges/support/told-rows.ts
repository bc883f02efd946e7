import type { MailboxFile } from '../../../src/exchanges/domain/mailbox-file.js';
import { ReissueMailboxFile } from '../../../src/exchanges/use-cases/reissue-mailbox-file.js';
import { MakeDelivery } from '../../../src/exchanges/use-cases/make-delivery.js';
import { parseMonth, systemActor } from '../../../src/kernel/index.js';
import { OrganisationDirectory, scopeOfOrganisation } from '../../../src/organisations/index.js';
import type { Emitters } from './emitters.js';
import { OwnDoor, type OwnReading } from './own-door.js';

/** A file that a recipient gets, and what it tells. */
export interface ToldFile extends Pick<OwnReading, 'rows'> {
  readonly file: MailboxFile;
}

/**
 * What a recipient is told now of a flow, for a month or, with none, by a notice; our own door must say
 * nothing of it.
 * @returns null when there is nothing to tell
 */
export async function toldFile(
  { service }: Emitters,
  flow: string,
  recipient: string,
  month: string | null,
): Promise<ToldFile | null> {
  const organisation = await service.app.get(OrganisationDirectory).byCode(recipient);
  if (!organisation) throw new Error(`no organisation ${recipient}`);
  const period = month === null ? null : (parseMonth(month) ?? null);
  const order = { recipientId: organisation.id, flow, mode: 'P', noticeFileId: null } as const;
  const making = service.app.get(MakeDelivery, { strict: false });
  const file = await making.execute({ ...order, period }, 'c');
  if (!file) return null;
  const { rows, faults } = await new OwnDoor(service).read(file);
  expect(faults).toEqual([]);
  return { file, rows };
}

/** The rows of the file of a month that a recipient gets now; none when there is nothing to tell. */
export async function toldRows(...order: Parameters<typeof toldFile>): Promise<OwnReading['rows']> {
  return (await toldFile(...order))?.rows ?? [];
}

/** What the file tells that a recipient asks for in the place of one that nobody came for in time. */
export async function toldAnew(partners: Emitters, id: string, recipient: string) {
  const { app } = partners.service;
  const organisation = await app.get(OrganisationDirectory).byCode(recipient);
  if (!organisation) throw new Error(`no organisation ${recipient}`);
  await partners.look('update app.mailbox_file set expires_at = available_at where id = $1', id);
  const actor = systemActor('test', scopeOfOrganisation(organisation), 'c');
  const file = await app.get(ReissueMailboxFile, { strict: false }).execute(id, actor);
  return new OwnDoor(partners.service).read(file);
}
