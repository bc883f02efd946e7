import { Injectable } from '@nestjs/common';
import { ChangedMeanwhile, type LocalDate } from '../../kernel/index.js';
import {
  ACTOR_COLUMNS,
  actorColumns,
  currentManager,
  insertRows,
  updateRows,
  type ColumnTypes,
} from '../../platform/database/index.js';
import type { ReturnChange } from '../domain/decide-return.js';
import type { ReturnEpisode } from '../domain/return-episode.js';
import { Returns } from '../use-cases/ports.js';
import {
  MISSION_LOCALE_COLUMNS,
  RETURN_COLUMNS,
  SELECTED,
  toEpisode,
  toRow,
  UNIT_COLUMNS,
  type ReturnRow,
} from './return-rows.js';

const HISTORY_COLUMNS = {
  episode_id: 'uuid',
  unit_id: 'uuid',
  ml_id: 'uuid',
  command: 'text',
  from_state: 'text',
  to_state: 'text',
  effective_on: 'date',
  answer_code: 'text',
  contacted_on: 'date',
  cause: 'text',
  ends_on: 'date',
  escalation: 'text',
  organisation_id: 'uuid',
  ...ACTOR_COLUMNS,
} as const;

const SIDES = ['unit', 'clock', 'mission-locale'] as const;
type Side = (typeof SIDES)[number];

/** Neither side writes what is the other's to say; what the clock does is nobody's act. */
const COLUMNS_OF: Readonly<Record<Side, ColumnTypes>> = {
  unit: UNIT_COLUMNS,
  clock: MISSION_LOCALE_COLUMNS,
  'mission-locale': MISSION_LOCALE_COLUMNS,
};
const ALSO_OF: Readonly<Record<Side, string>> = {
  unit: 'updated_at = now()',
  clock: 'updated_at = now()',
  'mission-locale': 'updated_at = now(), acted_at = clock_timestamp()',
};

const ACTIVE = `state in ('prepared', 'open', 'acknowledged')`;

/** Returns in PostgreSQL; row-level security decides which ones exist for the caller. */
@Injectable()
export class DatabaseReturns extends Returns {
  override byIds(ids: readonly string[]): Promise<ReturnEpisode[]> {
    return read(`where t.id = any($1::uuid[])`, [[...new Set(ids)]]);
  }

  override async latestOf(volunteerIds: readonly string[]): Promise<Map<string, ReturnEpisode>> {
    if (volunteerIds.length === 0) return new Map();
    // An active one sorts last and stays; there is one at most.
    const found = await read(
      `where t.volunteer_id = any($1::uuid[])
       order by (t.${ACTIVE}), t.created_at, t.version`,
      [[...new Set(volunteerIds)]],
    );
    return new Map(found.map((episode) => [episode.volunteerId, episode]));
  }

  override climbingBy(today: LocalDate): Promise<ReturnEpisode[]> {
    return read(`where t.escalates_on <= $1 order by t.escalates_on, t.id`, [today]);
  }

  override async unpreparedBy(unitId: string, lastDay: LocalDate): Promise<string[]> {
    const rows: { id: string }[] = await currentManager().query(
      `select v.id from app.volunteer v
       where v.unit_id = $1 and v.state = 'in-service'
         and coalesce(v.exited_on, v.planned_end_on) <= $2
         and not exists (select from app.return_episode t
           where t.volunteer_id = v.id and t.${ACTIVE})`,
      [unitId, lastDay],
    );
    return rows.map(({ id }) => id);
  }

  override async saveAll(changes: readonly ReturnChange[]): Promise<void> {
    const begun = changes.filter(({ before }) => before === null).map(({ after }) => toRow(after));
    await insertRows('app.return_episode', RETURN_COLUMNS, begun);
    for (const side of SIDES) {
      const told = changes.filter((change) => change.before && sideOf(change) === side);
      await update(told, COLUMNS_OF[side], ALSO_OF[side]);
    }
    await insertRows('app.return_transition', HISTORY_COLUMNS, changes.map(historyRow));
  }
}

function sideOf({ isFollowing, actor }: ReturnChange): Side {
  if (isFollowing || actor.organisation?.kind === 'unit') return 'unit';
  return actor.type === 'system' ? 'clock' : 'mission-locale';
}

async function read(condition: string, values: unknown[]): Promise<ReturnEpisode[]> {
  const rows: ReturnRow[] = await currentManager().query(
    `select ${SELECTED} from app.return_episode t ${condition}`,
    values,
  );
  return rows.map(toEpisode);
}

async function update(
  changes: readonly ReturnChange[],
  columns: ColumnTypes,
  alsoSet: string,
): Promise<void> {
  const rows = changes.flatMap(({ before, after }) =>
    before ? [{ key_version: before.version, ...toRow(after) }] : [],
  );
  const keys = { id: 'uuid', version: 'int' };
  const written = await updateRows('app.return_episode', keys, columns, rows, alsoSet);
  if (written !== rows.length) throw new ChangedMeanwhile();
}

function historyRow({ before, after, command, effectiveOn, actor }: ReturnChange) {
  const isAnswer = after.answer !== null && after.answer !== before?.answer;
  return {
    episode_id: after.id,
    unit_id: after.unitId,
    ml_id: after.missionLocaleId,
    command,
    from_state: before?.state ?? null,
    to_state: after.state,
    effective_on: effectiveOn,
    answer_code: isAnswer ? after.answer?.code : null,
    contacted_on: isAnswer ? after.answer?.contactedOn : null,
    cause: after.cause,
    ends_on: after.endsOn,
    escalation: after.escalation,
    organisation_id: actor.organisation?.id ?? null,
    ...actorColumns(actor),
  };
}
