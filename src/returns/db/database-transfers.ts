import { Injectable } from '@nestjs/common';
import { ChangedMeanwhile, type Instant, type LocalDate } from '../../kernel/index.js';
import type { PersonDetails } from '../../people/index.js';
import {
  ACTOR_COLUMNS,
  actorColumns,
  currentManager,
  insertRows,
  rowsOf,
  updateRows,
  type SqlValue,
} from '../../platform/database/index.js';
import type { Exit } from '../../volunteers/index.js';
import type { TransferChange } from '../domain/decide-transfer.js';
import type { ReturnEpisode } from '../domain/return-episode.js';
import { SEEN_BY_ASKED, type Transfer } from '../domain/transfer.js';
import {
  Transfers,
  type DecidingIdentity,
  type HandedService,
  type ListedTransfer,
  type TransferEvent,
  type TransferFilter,
  type TransferParts,
} from '../use-cases/transfer-ports.js';
import {
  toListed,
  toTransfer,
  toTransferRow,
  TRANSFER_COLUMNS,
  TRANSFER_SELECTED,
  type TransferRow,
} from './transfer-rows.js';

type ListedRow = TransferRow & { created_at: Instant };
type Kind = keyof TransferParts;

const LIST = `select ${TRANSFER_SELECTED}, t.created_at from app.return_transfer t`;
const PENDING = `t.state in ('proposed', 'accepted')`;

const HISTORY_COLUMNS = {
  unit_id: 'uuid',
  transfer_id: 'uuid',
  command: 'text',
  from_state: 'text',
  to_state: 'text',
  effective_on: 'date',
  organisation_id: 'uuid',
  ...ACTOR_COLUMNS,
} as const;

/** What each side may write of a proposal that is there. */
const UNIT_COLUMNS = { state: 'text', successor_id: 'uuid', version: 'int' } as const;
const MISSION_LOCALE_COLUMNS = { state: 'text', refusal: 'text', version: 'int' } as const;

const PART_COLUMNS = {
  unit_id: 'uuid',
  transfer_id: 'uuid',
  kind: 'text',
  content: 'jsonb',
} as const;

/** Proposals in PostgreSQL; row-level security decides which ones exist for the caller. */
@Injectable()
export class DatabaseTransfers extends Transfers {
  override async byId(id: string): Promise<ListedTransfer | null> {
    const [row] = await rowsOf<ListedRow>(`${LIST} where t.id = $1`, [id]);
    return row ? toListed(row) : null;
  }

  override pendingOf(episodeIds: readonly string[]): Promise<Transfer[]> {
    return read(`where t.episode_id = any($1::uuid[]) and ${PENDING}`, [[...episodeIds]]);
  }

  override async latestOf(episodeIds: readonly string[]): Promise<ReadonlyMap<string, Transfer>> {
    if (episodeIds.length === 0) return new Map();
    const found = await read(
      'where t.episode_id = any($1::uuid[]) order by t.created_at, t.version',
      [[...episodeIds]],
    );
    return new Map(found.map((one) => [one.episodeId, one]));
  }

  override async followedBy(
    successorIds: readonly string[],
  ): Promise<ReadonlyMap<string, Transfer>> {
    if (successorIds.length === 0) return new Map();
    const found = await read('where t.successor_id = any($1::uuid[])', [[...successorIds]]);
    return new Map(found.map((one) => [one.successorId ?? '', one]));
  }

  override unansweredBefore(today: LocalDate, missionLocaleId: string): Promise<Transfer[]> {
    return read(`where t.to_ml_id = $2 and t.state = 'proposed' and t.due_on < $1`, [
      today,
      missionLocaleId,
    ]);
  }

  override acceptedIn(unitId: string): Promise<Transfer[]> {
    return read(`where t.unit_id = $1 and t.state = 'accepted'`, [unitId]);
  }

  override async page(
    filter: TransferFilter,
    limit: number,
    after: { createdAt: Instant; id: string } | null,
  ): Promise<{ items: ListedTransfer[]; total: number }> {
    const { condition, values } = conditionOf(filter);
    const total = await count(filter);
    const from = after ? ` and (t.created_at, t.id) < ($3, $4)` : '';
    const rows = await rowsOf<ListedRow>(
      `${LIST} where ${condition}${from} order by t.created_at desc, t.id desc limit ${limit}`,
      after ? [...values, after.createdAt, after.id] : values,
    );
    return { items: rows.map(toListed), total };
  }

  override countReceived(missionLocaleId: string): Promise<number> {
    return count({ organisationId: missionLocaleId, side: 'received', state: 'proposed' });
  }

  override countSent(organisationId: string): Promise<number> {
    return count({ organisationId, side: 'sent', state: 'proposed' });
  }

  override async history(episodeId: string): Promise<TransferEvent[]> {
    const rows = await rowsOf<EventRow>(
      `select h.transfer_id, h.command, h.effective_on, h.recorded_at, h.acting_role,
         h.organisation_id, h.channel
       from app.return_transfer t
       join app.return_transfer_transition h on h.transfer_id = t.id
       where t.episode_id = $1 order by h.recorded_at, h.id`,
      [episodeId],
    );
    return rows.map((row) => ({
      transferId: row.transfer_id,
      command: row.command,
      effectiveOn: row.effective_on,
      recordedAt: row.recorded_at,
      role: row.acting_role,
      organisationId: row.organisation_id,
      channel: row.channel,
    }));
  }

  override async saveAll(changes: readonly TransferChange[]): Promise<void> {
    const made = changes.filter(({ before }) => before === null);
    await insertRows(
      'app.return_transfer',
      TRANSFER_COLUMNS,
      made.map(({ after }) => toTransferRow(after)),
    );
    const moved = changes.flatMap(({ before, after, actor }) =>
      before ? [{ row: { ...toTransferRow(after), key_version: before.version }, actor }] : [],
    );
    const keys = { id: 'uuid', version: 'int' };
    for (const isOfUnit of [true, false]) {
      const rows = moved
        .filter(({ actor }) => (actor.organisation?.kind === 'unit') === isOfUnit)
        .map(({ row }) => row);
      const columns = isOfUnit ? UNIT_COLUMNS : MISSION_LOCALE_COLUMNS;
      const also = 'updated_at = now()';
      const written = await updateRows('app.return_transfer', keys, columns, rows, also);
      if (written !== rows.length) throw new ChangedMeanwhile();
    }
    await insertRows('app.return_transfer_transition', HISTORY_COLUMNS, changes.map(historyRow));
  }

  override async addParts({ id, unitId }: Transfer, parts: TransferParts): Promise<void> {
    const rows = (Object.keys(parts) as Kind[]).map((kind) => ({
      unit_id: unitId,
      transfer_id: id,
      kind,
      content: parts[kind],
    }));
    await insertRows('app.return_transfer_part', PART_COLUMNS, rows);
  }

  override identitiesOf(ids: readonly string[]): Promise<ReadonlyMap<string, DecidingIdentity>> {
    return parts<DecidingIdentity>('identity', ids);
  }

  override async personOf(id: string): Promise<PersonDetails | null> {
    return (await parts<PersonDetails>('person', [id])).get(id) ?? null;
  }

  override servicesOf(ids: readonly string[]): Promise<ReadonlyMap<string, HandedService>> {
    return parts<HandedService>('service', ids);
  }

  override async nameAccepted(id: string, personId: string): Promise<void> {
    await currentManager().query(
      'update app.return_transfer set accepted_person_id = $2 where id = $1',
      [id, personId],
    );
  }

  override async keepTrue(exits: ReadonlyMap<string, Exit | null>): Promise<void> {
    if (exits.size === 0) return;
    const told = await rowsOf<{ id: string; volunteer_id: string }>(
      `select t.id, e.volunteer_id from app.return_transfer t
       join app.return_episode e on e.id = t.episode_id
       where e.volunteer_id = any($1::uuid[])`,
      [[...exits.keys()]],
    );
    const services = await this.servicesOf(told.map(({ id }) => id));
    const rows = told.flatMap(({ id, volunteer_id }) => {
      const service = services.get(id);
      const content = service && { ...service, exit: exits.get(volunteer_id) ?? null };
      return content ? [{ transfer_id: id, kind: 'service', content }] : [];
    });
    const keys = { transfer_id: 'uuid', kind: 'text' };
    await updateRows('app.return_transfer_part', keys, { content: 'jsonb' }, rows);
  }

  override async keepEndTrue(episodes: readonly ReturnEpisode[]): Promise<void> {
    const pending = await this.pendingOf(episodes.map(({ id }) => id));
    const endOf = new Map(episodes.map((one) => [one.id, one]));
    const rows = pending.flatMap(({ id, episodeId }) => {
      const end = endOf.get(episodeId);
      return end ? [{ id, cause: end.cause, ends_on: end.endsOn }] : [];
    });
    const columns = { cause: 'text', ends_on: 'date' };
    await updateRows('app.return_transfer', { id: 'uuid' }, columns, rows);
  }
}

interface EventRow {
  transfer_id: string;
  command: string;
  effective_on: LocalDate;
  recorded_at: Instant;
  acting_role: string;
  organisation_id: string | null;
  channel: string;
}

async function read(condition: string, values: SqlValue[]): Promise<Transfer[]> {
  const sql = `select ${TRANSFER_SELECTED} from app.return_transfer t ${condition}`;
  return (await rowsOf<TransferRow>(sql, values)).map(toTransfer);
}

async function count(filter: TransferFilter): Promise<number> {
  const { condition, values } = conditionOf(filter);
  const [row] = await rowsOf<{ total: number }>(
    `select count(*) as total from app.return_transfer t where ${condition}`,
    values,
  );
  return Number(row?.total ?? 0);
}

async function parts<T>(kind: Kind, ids: readonly string[]): Promise<ReadonlyMap<string, T>> {
  if (ids.length === 0) return new Map();
  const rows = await rowsOf<{ transfer_id: string; content: T }>(
    `select transfer_id, content from app.return_transfer_part
     where transfer_id = any($1::uuid[]) and kind = $2`,
    [[...ids], kind],
  );
  return new Map(rows.map((row) => [row.transfer_id, row.content]));
}

/** Who is asked lists what it may still answer or answered with yes: its own no is no file of its own. */
function conditionOf({ organisationId, side, state }: TransferFilter): {
  condition: string;
  values: SqlValue[];
} {
  const seen = SEEN_BY_ASKED.map((one) => `'${one}'`).join(', ');
  const own =
    side === 'received'
      ? `t.to_ml_id = $1 and t.state in (${seen})`
      : 'coalesce(t.ml_id, t.unit_id) = $1';
  const condition = `${own} and ($2::text is null or t.state = $2)`;
  return { condition, values: [organisationId, state ?? null] };
}

function historyRow({ before, after, command, effectiveOn, actor }: TransferChange) {
  return {
    unit_id: after.unitId,
    transfer_id: after.id,
    command,
    from_state: before?.state ?? null,
    to_state: after.state,
    effective_on: effectiveOn,
    organisation_id: actor.organisation?.id ?? null,
    ...actorColumns(actor),
  };
}
