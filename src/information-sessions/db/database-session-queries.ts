import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.js';
import { rowsOf, type SqlValue } from '../../platform/database/index.js';
import { DAYS_TO_TICK } from '../domain/information-session.machine.js';
import type { InformationSession } from '../domain/information-session.js';
import {
  SESSION_VIEWS,
  SessionQueries,
  type SessionEvent,
  type SessionFilter,
  type SessionPosition,
  type SessionView,
} from '../use-cases/ports.js';
import { SELECTED, toSession, type SessionRow } from './session-rows.js';

type EventRow = {
  command: string;
  recorded_at: Instant;
  acting_role: string;
  organisation_id: string | null;
  channel: string;
};

/** Each view as a condition; $1 is now. */
const VIEWS: Readonly<Record<SessionView, string>> = {
  upcoming: `t.state = 'planned' and t.starts_at > $1::timestamptz`,
  past: `t.state = 'planned' and t.starts_at <= $1::timestamptz`,
  cancelled: `t.state = 'cancelled' and $1::timestamptz is not null`,
};

/** Lists and counts of sessions; the same condition makes a list and its count. */
@Injectable()
export class DatabaseSessionQueries extends SessionQueries {
  override async page(
    filter: SessionFilter,
    limit: number,
    after: SessionPosition | null,
  ): Promise<{ items: InformationSession[]; total: number }> {
    const { conditions, values } = conditionsOf(filter);
    const [counted] = await rowsOf<{ total: number }>(
      `select count(*) as total from app.information_session t where ${conditions.join(' and ')}`,
      values,
    );
    if (after) {
      values.push(after.at, after.id);
      conditions.push(`(t.starts_at, t.id) < ($${values.length - 1}, $${values.length})`);
    }
    const rows = await rowsOf<SessionRow>(
      `select ${SELECTED} from app.information_session t where ${conditions.join(' and ')}
       order by t.starts_at desc, t.id desc limit ${limit}`,
      values,
    );
    return { items: rows.map(toSession), total: Number(counted?.total ?? 0) };
  }

  override async inView(
    view: SessionView,
    now: Instant,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): Promise<InformationSession[]> {
    const order = view === 'upcoming' ? 't.starts_at, t.id' : 't.starts_at desc, t.id desc';
    const rows = await rowsOf<SessionRow>(
      `select ${SELECTED} from app.information_session t where ${VIEWS[view]}
       order by ${order} limit $2 offset $3`,
      [now, limit, offset],
    );
    return rows.map(toSession);
  }

  override async counts(now: Instant): Promise<Readonly<Record<SessionView, number>>> {
    const each = SESSION_VIEWS.map((view) => `count(*) filter (where ${VIEWS[view]}) as "${view}"`);
    const [row] = await rowsOf<Record<SessionView, number>>(
      `select ${each.join(', ')} from app.information_session t`,
      [now],
    );
    const counted = SESSION_VIEWS.map((view) => [view, Number(row?.[view] ?? 0)] as const);
    return Object.fromEntries(counted) as Record<SessionView, number>;
  }

  override async history(sessionId: string): Promise<SessionEvent[]> {
    const rows = await rowsOf<EventRow>(
      `select command, recorded_at, acting_role, organisation_id, channel
       from app.information_session_transition where session_id = $1 order by recorded_at, id`,
      [sessionId],
    );
    return rows.map((row) => ({
      command: row.command,
      recordedAt: row.recorded_at,
      role: row.acting_role,
      organisationId: row.organisation_id,
      channel: row.channel,
    }));
  }

  override toAnswer(now: Instant): Promise<number> {
    return count(`${VIEWS.upcoming} and t.presence is null`, now);
  }

  override toTick(now: Instant): Promise<number> {
    const isOpen = `t.starts_at >= $1::timestamptz - interval '${DAYS_TO_TICK} days'`;
    return count(`${VIEWS.past} and ${isOpen} and t.ticked < t.registered`, now);
  }
}

async function count(condition: string, now: Instant): Promise<number> {
  const [row] = await rowsOf<{ total: number }>(
    `select count(*) as total from app.information_session t where ${condition}`,
    [now],
  );
  return Number(row?.total ?? 0);
}

/** SQL conditions and their values; names come from here, values travel apart (SEC-27). */
function conditionsOf(filter: SessionFilter): { conditions: string[]; values: SqlValue[] } {
  const values: SqlValue[] = [];
  const conditions = ['true'];
  const add = (column: string, value: SqlValue | undefined): void => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(`t.${column} = $${values.length}`);
  };
  add('state', filter.state);
  add('ml_id', filter.missionLocaleId);
  add('unit_id', filter.unitId);
  return { conditions, values };
}
