import { Injectable } from '@nestjs/common';
import { ChangedMeanwhile, type LocalDate } from '../../kernel/index.js';
import {
  ACTOR_COLUMNS,
  actorColumns,
  currentManager,
  insertRows,
  rowsOf,
  updateRows,
  violatedConstraint,
} from '../../platform/database/index.js';
import type { FollowUpChange } from '../domain/decide-answer.js';
import type { FollowUp } from '../domain/follow-up.js';
import type { FollowUpAct } from '../domain/restate-answer.js';
import { FollowUps, type ExitKey, type NamedExit } from '../use-cases/ports.js';
import { readExits } from './exit-rows.js';
import {
  CHANGING_COLUMNS,
  FOLLOW_UP_COLUMNS,
  toFollowUp,
  toRow,
  type FollowUpRow,
} from './follow-up-rows.js';

const HISTORY_COLUMNS = {
  follow_up_id: 'uuid',
  ml_id: 'uuid',
  command: 'text',
  from_state: 'text',
  to_state: 'text',
  effective_on: 'date',
  organisation_id: 'uuid',
  situation: 'text',
  situation_started_on: 'date',
  source: 'text',
  said_on: 'date',
  ...ACTOR_COLUMNS,
} as const;

/** Answers in PostgreSQL; row-level security decides which ones exist for the caller. */
@Injectable()
export class DatabaseFollowUps extends FollowUps {
  override async ofServices(volunteerIds: readonly string[]): Promise<FollowUp[]> {
    return read('volunteer_id', volunteerIds);
  }

  override async byIds(ids: readonly string[]): Promise<FollowUp[]> {
    return read('id', ids);
  }

  override async actsOn(volunteerIds: readonly string[]): Promise<FollowUpAct[]> {
    if (volunteerIds.length === 0) return [];
    const rows = await rowsOf<ActRow>(ACTS, [[...new Set(volunteerIds)]]);
    return rows.map((row) => ({
      volunteerId: row.volunteer_id,
      milestone: row.milestone,
      answer: {
        situation: row.situation,
        situationStartedOn: row.situation_started_on,
        source: row.source,
        observedOn: row.effective_on,
      },
      asOf: { on: row.said_on, sequence: 0, line: 0 },
    }));
  }

  override exitsNamed(keys: readonly ExitKey[]): Promise<NamedExit[]> {
    return readExits(
      `join unnest($1::uuid[], $2::text[], $3::date[]) k (unit_id, number, ends_on)
         on v.unit_id = k.unit_id and v.exited_on = k.ends_on and c.unit_file_number = k.number`,
      [
        keys.map(({ unitId }) => unitId),
        keys.map(({ unitFileNumber }) => unitFileNumber ?? ''),
        keys.map(({ endsOn }) => endsOn),
      ],
    );
  }

  override exitsOf(volunteerIds: readonly string[]): Promise<NamedExit[]> {
    return readExits('join unnest($1::uuid[]) k (id) on v.id = k.id', [[...new Set(volunteerIds)]]);
  }

  override async saveAll(changes: readonly FollowUpChange[]): Promise<void> {
    const first = changes.filter(({ before }) => before === null);
    await once(() =>
      insertRows(
        'app.follow_up',
        FOLLOW_UP_COLUMNS,
        first.map(({ after }) => toRow(after)),
      ),
    );
    const again = changes.flatMap(({ before, after }) =>
      before ? [{ key_version: before.version, ...toRow(after) }] : [],
    );
    const keys = { id: 'uuid', version: 'int' };
    const also = 'updated_at = now()';
    const written = await updateRows('app.follow_up', keys, CHANGING_COLUMNS, again, also);
    if (written !== again.length) throw new ChangedMeanwhile();
    await insertRows('app.follow_up_transition', HISTORY_COLUMNS, changes.map(historyRow));
  }
}

type ActRow = Omit<FollowUpRow, 'id'> & { effective_on: LocalDate; said_on: LocalDate };

// What files said is read from their bytes.
const ACTS = `select t.volunteer_id, t.milestone, h.situation, h.situation_started_on, h.source,
    h.effective_on, coalesce(h.said_on, (h.recorded_at at time zone 'UTC')::date) as said_on
  from app.follow_up_transition h join app.follow_up t on t.id = h.follow_up_id
  where t.volunteer_id = any($1::uuid[]) and h.channel <> 'file' order by h.recorded_at, h.id`;

async function read(key: 'id' | 'volunteer_id', values: readonly string[]): Promise<FollowUp[]> {
  if (values.length === 0) return [];
  const rows: FollowUpRow[] = await currentManager().query(
    `select ${Object.keys(FOLLOW_UP_COLUMNS).join(', ')} from app.follow_up
     where ${key} = any($1::uuid[]) order by volunteer_id, milestone`,
    [[...new Set(values)]],
  );
  return rows.map(toFollowUp);
}

/** Two first answers of one milestone: the second was given without knowing of the first. */
async function once(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (violatedConstraint(error) === 'follow_up_of_milestone') throw new ChangedMeanwhile();
    throw error;
  }
}

function historyRow({ before, after, command, actor, saidOn }: FollowUpChange) {
  return {
    follow_up_id: after.id,
    ml_id: after.missionLocaleId,
    command,
    from_state: before && stateOf(before),
    to_state: stateOf(after),
    effective_on: after.observedOn,
    organisation_id: actor.organisation?.id ?? null,
    situation: after.situation,
    situation_started_on: after.situationStartedOn,
    source: after.source,
    said_on: saidOn,
    ...actorColumns(actor),
  };
}

function stateOf({ isTakenBack }: FollowUp): string {
  return isTakenBack ? 'taken-back' : 'answered';
}
