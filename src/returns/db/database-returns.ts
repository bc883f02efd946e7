import { Injectable } from '@nestjs/common';
import { ChangedMeanwhile, type LocalDate, type Confirmation } from '../../kernel/index.js';
import {
  ACTOR_COLUMNS,
  actorColumns,
  currentManager,
  insertRows,
  rowsOf,
  updateRows,
  violatedConstraint,
  type ColumnTypes,
} from '../../platform/database/index.js';
import type { ReturnChange } from '../domain/decide-return.js';
import { ReturnCommandRefused } from '../domain/errors.js';
import type { ReturnCommand } from '../domain/return.machine.js';
import type { ReturnEpisode, SaidAnswer } from '../domain/return-episode.js';
import { Returns, type NamedReturn, type ReturnKey } from '../use-cases/ports.js';
import type { ReturnAct, ReturnPast } from '../domain/retell-return.js';
import type { ReturnAnswer } from '../domain/code-lists.js';
import { namedReturns, returnsNamed } from './named-returns.js';
import {
  AS_OF_COLUMNS,
  asOfRow,
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
  ...AS_OF_COLUMNS,
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

  override async goingOnElsewhere(ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const rows = await rowsOf<{ id: string }>(
      'select id from app.returns_going_on($1::uuid[]) as t (id)',
      [[...ids]],
    );
    return new Set(rows.map(({ id }) => id));
  }

  override named(keys: readonly ReturnKey[]): Promise<NamedReturn[]> {
    return returnsNamed(keys);
  }

  override namesOf(ids: readonly string[]): Promise<NamedReturn[]> {
    return namedReturns('where t.id = any($1::uuid[])', [[...new Set(ids)]]);
  }

  override async lastAnswersOf(ids: readonly string[]): Promise<ReadonlyMap<string, SaidAnswer>> {
    if (ids.length === 0) return new Map();
    const rows = await rowsOf<AnswerRow>(
      `select distinct on (episode_id) episode_id, answer_code, contacted_on
       from app.return_transition
       where episode_id = any($1::uuid[]) and answer_code is not null
       order by episode_id, recorded_at desc, id`,
      [[...new Set(ids)]],
    );
    return new Map(
      rows.map((row) => [row.episode_id, { code: row.answer_code, contactedOn: row.contacted_on }]),
    );
  }

  override async pastOf(ids: readonly string[]): Promise<ReturnPast> {
    if (ids.length === 0) return { openedOn: new Map(), acts: [] };
    const rows = await rowsOf<PastRow>(PAST, [[...new Set(ids)], [...ACTS]]);
    const opened = rows.filter(({ command }) => command === 'open');
    return {
      openedOn: new Map(opened.map((row) => [row.episode_id, row.effective_on])),
      acts: rows.filter(({ command }) => command !== 'open').map(toAct),
    };
  }

  override async confirmAll(confirmed: readonly Confirmation[]): Promise<void> {
    await updateRows(
      'app.return_episode',
      { id: 'uuid' },
      AS_OF_COLUMNS,
      confirmed.map(({ id, asOf }) => ({ id, ...asOfRow(asOf) })),
    );
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
    const begun = changes.filter(({ before }) => before === null).map(({ after }) => newRow(after));
    await insertRows('app.return_episode', NEW_COLUMNS, begun);
    for (const side of SIDES) {
      const told = changes.filter((change) => change.before && sideOf(change) === side);
      await refusingOvertaken(told, side, () => update(told, COLUMNS_OF[side], ALSO_OF[side]));
    }
    await insertRows('app.return_transition', HISTORY_COLUMNS, changes.map(historyRow));
  }
}

/**
 * A return that goes on elsewhere may be one that the writer does not see: that of another mission locale.
 * The database knows it, and whoever asked is told what the page says of one that is seen.
 *
 * @throws ReturnCommandRefused `RETOUR_PLUS_RECENT`
 */
async function refusingOvertaken(
  changes: readonly ReturnChange[],
  side: Side,
  write: () => Promise<void>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    const [change, ...others] = changes;
    const isOfOne = side === 'mission-locale' && change !== undefined && others.length === 0;
    if (!isOfOne || violatedConstraint(error) !== 'return_active') throw error;
    throw new ReturnCommandRefused('RETOUR_PLUS_RECENT', change.command, change.after.state);
  }
}

/** Commands by which the mission locale says something; `restate` is what files said. */
const ACTS: readonly ReturnCommand[] = [
  'acknowledge',
  'record-attempt',
  'answer',
  'declare-elsewhere',
  'reopen',
  'drop',
];

interface AnswerRow {
  episode_id: string;
  answer_code: ReturnAnswer;
  contacted_on: LocalDate;
}

interface PastRow {
  episode_id: string;
  command: ReturnCommand;
  effective_on: LocalDate;
  answer_code: ReturnAnswer | null;
  contacted_on: LocalDate | null;
  as_of_on: LocalDate;
  as_of_sequence: number;
  as_of_line: number;
}

// An act recorded before its reference date was kept counts from the day it was recorded, which is that of
// whoever is in charge: it is tomorrow in Nouméa while it is yesterday in Papeete.
const PAST = `select h.episode_id, h.command, h.effective_on, h.answer_code, h.contacted_on,
    coalesce(h.as_of_on, (h.recorded_at at time zone o.time_zone)::date) as as_of_on,
    coalesce(h.as_of_sequence, 0) as as_of_sequence, coalesce(h.as_of_line, 0) as as_of_line
  from app.return_transition h join app.organisation o on o.id = coalesce(h.ml_id, h.unit_id)
  where h.episode_id = any($1::uuid[])
    and (h.command = 'open' or (h.command = any($2) and h.channel <> 'file'))
  order by h.recorded_at, h.id`;

function toAct(row: PastRow): ReturnAct {
  const { answer_code: code, contacted_on: contactedOn } = row;
  return {
    episodeId: row.episode_id,
    command: row.command,
    effectiveOn: row.effective_on,
    answer: code && contactedOn ? { code, contactedOn } : null,
    asOf: { on: row.as_of_on, sequence: row.as_of_sequence, line: row.as_of_line },
  };
}

/** Only a return that goes on from none is tied to the mission locale of the service. */
const NEW_COLUMNS = { ...RETURN_COLUMNS, referring_ml_id: 'uuid' } as const;

function newRow(episode: ReturnEpisode) {
  const { missionLocaleId, predecessorId } = episode;
  return {
    ...toRow(episode),
    referring_ml_id: predecessorId === null ? missionLocaleId : null,
  };
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

function historyRow({ before, after, command, effectiveOn, actor, isFollowing }: ReturnChange) {
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
    ...asOfRow(isFollowing ? null : after.asOf),
    organisation_id: actor.organisation?.id ?? null,
    ...actorColumns(actor),
  };
}
