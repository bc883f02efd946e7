import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/index.js';
import { currentManager, insertRows } from '../../platform/database/index.js';
import { FieldCipher } from '../../platform/security/index.js';
import type { Acknowledgement, MailboxFile } from '../domain/mailbox-file.js';
import {
  Mailbox,
  type DeliveryMark,
  type MailboxFilter,
  type MailboxPosition,
} from '../use-cases/mailbox-ports.js';
import { insertDelivery, noteAcknowledgement, noteCollection } from './delivery-parts.js';
import { inParts } from './in-parts.js';
import { MAILBOX_COLUMNS, toMailboxFile, toMailboxRow, type MailboxRow } from './mailbox-rows.js';
import { SealedParts } from './sealed-parts.js';

/** `$1` is the present: what nobody acknowledged in time has expired. */
const FILES = `(select id, org_id, flow, mode, period, nature, sequence, file_name, sha256, bytes,
    row_count, manifest, available_at, expires_at, acknowledgement,
    case when state <> 'acknowledged' and expires_at <= $1 then 'expired' else state end as state
  from app.mailbox_file) t`;

const MARK_COLUMNS = {
  org_id: 'uuid',
  flow: 'text',
  resource_id: 'uuid',
  version: 'int',
  mailbox_file_id: 'uuid',
  said: 'text',
} as const;

/** Mailboxes in PostgreSQL; row-level security decides whose one is looked into. */
@Injectable()
export class DatabaseMailbox extends Mailbox {
  private readonly parts: SealedParts;

  constructor(
    private readonly clock: Clock,
    cipher: FieldCipher,
  ) {
    super();
    this.parts = new SealedParts(cipher, 'mailbox_content');
  }

  override async page(
    { flow, state }: MailboxFilter,
    limit: number,
    after: MailboxPosition | null,
  ): Promise<{ items: MailboxFile[]; total: number }> {
    const from = `from ${FILES} where ($2::text is null or t.flow = $2)
      and ($3::text is null or t.state = $3)`;
    const values = [this.clock.now(), flow ?? null, state ?? null];
    const [counted]: { total: number }[] = await currentManager().query(
      `select count(*) as total ${from}`,
      values,
    );
    const rows: MailboxRow[] = await currentManager().query(
      `select t.* ${from} and ($4::timestamptz is null or (t.available_at, t.id) < ($4, $5::uuid))
       order by t.available_at desc, t.id desc limit ${limit}`,
      [...values, after?.availableAt ?? null, after?.id ?? null],
    );
    return { items: rows.map(toMailboxFile), total: counted?.total ?? 0 };
  }

  override async byId(id: string): Promise<MailboxFile | null> {
    const [row]: MailboxRow[] = await currentManager().query(
      `select t.* from ${FILES} where t.id = $2`,
      [this.clock.now(), id],
    );
    return row ? toMailboxFile(row) : null;
  }

  override part(id: string, number: number): Promise<Uint8Array | null> {
    return this.parts.read(id, number);
  }

  override async markDownloaded(id: string): Promise<void> {
    await currentManager().query(
      `update app.mailbox_file set state = 'downloaded' where id = $1 and state = 'available'`,
      [id],
    );
    await noteCollection(id);
  }

  override async markCopied(id: string): Promise<void> {
    await currentManager().query('update app.mailbox_file set copied_at = $2 where id = $1', [
      id,
      this.clock.now(),
    ]);
  }

  override async markReissued(id: string): Promise<void> {
    await currentManager().query(
      `update app.mailbox_file set reissued_at = $2,
         state = case when state = 'downloaded' then 'available' else state end where id = $1`,
      [id, this.clock.now()],
    );
  }

  /**
   * No record has this edition: each reads as changed since. A mark that keeps several things said may keep
   * one that this file said and a later one did not; once, since the file that takes its place says them all.
   */
  override async forget(id: string): Promise<void> {
    await currentManager().query(
      `update app.delivery_mark m set version = -1
       from app.mailbox_file f
       where f.id = $1 and m.org_id = f.org_id and m.flow = f.flow and (m.mailbox_file_id = f.id
         or (m.said like '% %' and (f.reissued_at is null or f.reissued_at < f.expires_at)
           and m.resource_id in (select l.resource_id from app.delivery_line l where l.file_id = $1)))`,
      [id],
    );
    await currentManager().query('update app.mailbox_file set reissued_at = $2 where id = $1', [
      id,
      this.clock.now(),
    ]);
  }

  override async acknowledge(id: string, given: Acknowledgement): Promise<Acknowledgement> {
    const now = this.clock.now();
    const [, count] = (await currentManager().query(
      `update app.mailbox_file set state = 'acknowledged', acknowledgement = $2, acknowledged_at = $3
       where id = $1 and acknowledgement is null`,
      [id, JSON.stringify(given), now],
    )) as [unknown, number];
    if (count > 0) await noteAcknowledgement(id, given, now);
    const [row]: { acknowledgement: Acknowledgement }[] = await currentManager().query(
      'select acknowledgement from app.mailbox_file where id = $1',
      [id],
    );
    if (!row) throw new Error('the file was found in this transaction');
    return row.acknowledgement;
  }

  override async nextSequence(organisationId: string, flow: string, mode: string): Promise<number> {
    await currentManager().query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      JSON.stringify(['mailbox-sequence', organisationId, flow, mode]),
    ]);
    const [row]: { next: number }[] = await currentManager().query(
      `select coalesce(max(sequence), 0) + 1 as next from app.mailbox_file
       where org_id = $1 and flow = $2 and mode = $3`,
      [organisationId, flow, mode],
    );
    return row?.next ?? 1;
  }

  override async hasPhoto(
    organisationId: string,
    flow: string,
    mode: string,
    period: string,
  ): Promise<boolean> {
    const rows: unknown[] = await currentManager().query(
      `select 1 from app.mailbox_file
       where org_id = $1 and flow = $2 and mode = $3 and period = $4 and nature = 'I' limit 1`,
      [organisationId, flow, mode, period],
    );
    return rows.length > 0;
  }

  override async deliver(
    file: MailboxFile,
    content: AsyncIterable<Uint8Array>,
    marks: readonly DeliveryMark[],
  ): Promise<void> {
    await insertRows('app.mailbox_file', MAILBOX_COLUMNS, [{ ...toMailboxRow(file) }]);
    const { id, organisationId } = file;
    let number = 0;
    for await (const bytes of inParts(content)) {
      await this.parts.insert({ organisationId, fileId: id, number }, bytes);
      number += 1;
    }
    await insertDelivery(file, marks);
    await insertRows(
      'app.delivery_mark',
      MARK_COLUMNS,
      [...new Map(marks.map((mark) => [mark.resourceId, markRow(file, mark)])).values()],
      `on conflict (org_id, flow, resource_id) do update
       set version = excluded.version, mailbox_file_id = excluded.mailbox_file_id, said = excluded.said`,
    );
  }
}

function markRow(
  { id, organisationId, flow }: MailboxFile,
  { resourceId, edition, said }: DeliveryMark,
) {
  return {
    org_id: organisationId,
    flow,
    resource_id: resourceId,
    version: edition,
    mailbox_file_id: id,
    said: said ?? null,
  };
}
