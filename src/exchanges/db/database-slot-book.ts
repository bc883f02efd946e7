import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import { SlotBook, type Slot } from '../use-cases/ports.js';

interface SlotRow {
  id: string;
  org_id: string;
  flow: string;
  mode: Slot['mode'];
  period: string;
  state: Slot['state'];
  opens_at: Instant;
  due_at: Instant;
  closes_at: Instant;
}

const SELECT = `select id, org_id, flow, mode, period, state, opens_at, due_at, closes_at
  from app.exchange_slot`;

/** Slots in PostgreSQL. Only what an emitter did is recorded: `late` or `missing` come from the clock. */
@Injectable()
export class DatabaseSlotBook extends SlotBook {
  override async of(organisationId: string): Promise<Slot[]> {
    const rows: SlotRow[] = await currentManager().query(
      `${SELECT} where org_id = $1 order by flow, mode, period`,
      [organisationId],
    );
    return rows.map(toSlot);
  }

  override async find(
    organisationId: string,
    flow: string,
    mode: string,
    period: string,
  ): Promise<Slot | null> {
    const [row]: SlotRow[] = await currentManager().query(
      `${SELECT} where org_id = $1 and flow = $2 and mode = $3 and period = $4`,
      [organisationId, flow, mode, period],
    );
    return row ? toSlot(row) : null;
  }

  /** A slot opened by another deposit keeps its id and its state. */
  override async save(slot: Slot): Promise<void> {
    await currentManager().query(
      `insert into app.exchange_slot
         (id, org_id, flow, mode, period, state, opens_at, due_at, closes_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (org_id, flow, mode, period) do update set state = excluded.state
       where app.exchange_slot.id = excluded.id`,
      [
        slot.id,
        slot.organisationId,
        slot.flow,
        slot.mode,
        slot.period,
        slot.state,
        slot.opensAt,
        slot.dueAt,
        slot.closesAt,
      ],
    );
  }

  override async takeOpen(id: string): Promise<Slot | null> {
    const [row]: SlotRow[] = await currentManager().query(
      `${SELECT} where id = $1 and closed_at is null for update`,
      [id],
    );
    return row ? toSlot(row) : null;
  }

  override async close(id: string, closedAt: Instant): Promise<void> {
    await currentManager().query('update app.exchange_slot set closed_at = $2 where id = $1', [
      id,
      closedAt,
    ]);
  }

  override async exempt(id: string, reason: string): Promise<boolean> {
    const [, count] = (await currentManager().query(
      `update app.exchange_slot set state = 'exempt', exempt_reason = $2
       where id = $1 and state in ('expected', 'exempt')`,
      [id, reason],
    )) as [unknown, number];
    return count === 1;
  }
}

function toSlot(row: SlotRow): Slot {
  return {
    id: row.id,
    organisationId: row.org_id,
    flow: row.flow,
    mode: row.mode,
    period: row.period,
    state: row.state,
    opensAt: row.opens_at,
    dueAt: row.due_at,
    closesAt: row.closes_at,
  };
}
