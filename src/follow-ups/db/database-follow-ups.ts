import { Injectable } from '@nestjs/common';
import { ChangedMeanwhile } from '../../kernel/index.js';
import {
  ACTOR_COLUMNS,
  actorColumns,
  currentManager,
  insertRows,
  updateRows,
  violatedConstraint,
} from '../../platform/database/index.js';
import type { FollowUpChange } from '../domain/decide-answer.js';
import type { FollowUp } from '../domain/follow-up.js';
import { FollowUps } from '../use-cases/ports.js';
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
  ...ACTOR_COLUMNS,
} as const;

/** Answers in PostgreSQL; row-level security decides which ones exist for the caller. */
@Injectable()
export class DatabaseFollowUps extends FollowUps {
  override async ofServices(volunteerIds: readonly string[]): Promise<FollowUp[]> {
    if (volunteerIds.length === 0) return [];
    const rows: FollowUpRow[] = await currentManager().query(
      `select ${Object.keys(FOLLOW_UP_COLUMNS).join(', ')} from app.follow_up
       where volunteer_id = any($1::uuid[]) order by volunteer_id, milestone`,
      [[...new Set(volunteerIds)]],
    );
    return rows.map(toFollowUp);
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

/** Two first answers of one milestone: the second was given without knowing of the first. */
async function once(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (violatedConstraint(error) === 'follow_up_of_milestone') throw new ChangedMeanwhile();
    throw error;
  }
}

function historyRow({ before, after, command, actor }: FollowUpChange) {
  return {
    follow_up_id: after.id,
    ml_id: after.missionLocaleId,
    command,
    from_state: before && 'answered',
    to_state: 'answered',
    effective_on: after.observedOn,
    organisation_id: actor.organisation?.id ?? null,
    situation: after.situation,
    situation_started_on: after.situationStartedOn,
    source: after.source,
    ...actorColumns(actor),
  };
}
