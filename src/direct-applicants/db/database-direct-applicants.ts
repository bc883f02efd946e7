import { Injectable } from '@nestjs/common';
import { ChangedMeanwhile, type Instant, type LocalDate } from '../../kernel/index.js';
import {
  ACTOR_COLUMNS,
  actorColumns,
  insertRows,
  rowsOf,
  updateRows,
  violatedConstraint,
  type SqlValue,
} from '../../platform/database/index.js';
import type { DirectChange } from '../domain/decide-direct.js';
import type { DirectCommand } from '../domain/direct-applicant.machine.js';
import type { DirectApplicant, DirectState } from '../domain/direct-applicant.js';
import { DirectApplicantKnown } from '../domain/errors.js';
import { retractionOf, type Retraction } from '../domain/retraction.rules.js';
import {
  DirectApplicants,
  type ApplicantKey,
  type DirectAct,
  type DirectCounts,
  type DirectFilter,
  type DirectPosition,
  type MailedInvitation,
  type ListedApplicant,
} from '../use-cases/ports.js';
import {
  APPLICANT_COLUMNS,
  STEP_COLUMNS,
  toListed,
  toRow,
  UNIT_COLUMNS,
  type DirectApplicantRow,
} from './direct-applicant-rows.js';
import {
  RETRACTED_AGAIN,
  RETRACTION_COLUMNS,
  toRetraction,
  toRetractionRow,
  type RetractionRow,
} from './retraction-rows.js';

type ActRow = {
  direct_applicant_id: string;
  command: DirectCommand;
  answer_code: string | null;
  effective_on: LocalDate;
  said_on: LocalDate;
  is_placing: boolean;
};
type Row = DirectApplicantRow & { created_at: Instant };

const HISTORY_COLUMNS = {
  direct_applicant_id: 'uuid',
  unit_id: 'uuid',
  command: 'text',
  from_state: 'text',
  to_state: 'text',
  effective_on: 'date',
  organisation_id: 'uuid',
  ml_id: 'uuid',
  answer_code: 'text',
  said_on: 'date',
  ...ACTOR_COLUMNS,
} as const;
const SELECTED = `select ${Object.keys(APPLICANT_COLUMNS).join(', ')}, created_at
  from app.direct_applicant`;

// An older line was said on the day it tells of. What the files of a mission locale said is read from them.
const ACTS = `select h.direct_applicant_id, h.command, h.answer_code, h.effective_on,
    coalesce(h.said_on, h.effective_on) as said_on,
    h.command = 'assign' or (h.command = 'correct' and h.from_state not in ('announced', 'answered')) as is_placing
  from app.direct_applicant_transition h
  join app.direct_applicant t on t.unit_id = h.unit_id and t.id = h.direct_applicant_id
  where t.id = any($1) and h.ml_id = t.ml_id
    and not (h.channel = 'file' and h.organisation_id = t.ml_id)
  order by h.recorded_at`;

const TAKEN_TO_MAIL = `with d as (update app.direct_applicant set mailed_ml_id = ml_id
    where unit_id = $1 and invited_on >= $2 and state in ('invited', 'announced')
      and email is not null and mailed_ml_id is distinct from ml_id
    returning id, email, ml_id)
  select id, email, ml_id as "missionLocaleId" from d`;

/** Direct applicants in PostgreSQL; row-level security decides which ones exist for the caller. */
@Injectable()
export class DatabaseDirectApplicants extends DirectApplicants {
  override async byId(id: string): Promise<ListedApplicant | undefined> {
    const rows = await rowsOf<Row>(`${SELECTED} where id = $1`, [id]);
    return rows.map(toListed)[0];
  }

  override async byIds(ids: readonly string[]): Promise<DirectApplicant[]> {
    if (ids.length === 0) return [];
    const rows = await rowsOf<Row>(`${SELECTED} where id = any($1)`, [ids]);
    return rows.map((row) => toListed(row).applicant);
  }

  override async numbered(keys: readonly ApplicantKey[]): Promise<DirectApplicant[]> {
    if (keys.length === 0) return [];
    const rows = await rowsOf<Row>(
      `${SELECTED} where (unit_id, unit_file_number) in
        (select * from unnest($1::uuid[], $2::text[]))`,
      [keys.map(({ unitId }) => unitId), keys.map(({ unitFileNumber }) => unitFileNumber)],
    );
    return rows.map((row) => toListed(row).applicant);
  }

  override async actsOn(ids: readonly string[]): Promise<DirectAct[]> {
    if (ids.length === 0) return [];
    const rows = await rowsOf<ActRow>(ACTS, [ids]);
    return rows.map((row) => ({
      applicantId: row.direct_applicant_id,
      command: row.command,
      answer: row.answer_code ? { code: row.answer_code, contactedOn: row.effective_on } : null,
      isPlacing: row.is_placing,
      asOf: { on: row.said_on, sequence: 0, line: 0 },
    }));
  }

  override async saveAll(changes: readonly DirectChange[]): Promise<void> {
    await insertOnce(changes.filter(({ before }) => before === null));
    await updateAll(changes.filter(isOfUnit), UNIT_COLUMNS);
    await updateAll(
      changes.filter((change) => !isOfUnit(change)),
      STEP_COLUMNS,
    );
    const history = 'app.direct_applicant_transition';
    await insertRows(history, HISTORY_COLUMNS, changes.map(historyRow));
    await retract(changes);
  }

  override async retractions(ids: readonly string[]): Promise<Retraction[]> {
    if (ids.length === 0) return [];
    const rows = await rowsOf<RetractionRow>(
      `select ${Object.keys(RETRACTION_COLUMNS).join(', ')} from app.direct_applicant_retraction
       where direct_applicant_id = any($1)`,
      [ids],
    );
    return rows.map(toRetraction);
  }

  override async sheet(
    state: DirectState,
    limit: number,
    offset: number,
  ): Promise<ListedApplicant[]> {
    const rows = await rowsOf<Row>(
      `${SELECTED} where state = $1
       order by due_on nulls last, created_at desc, id desc limit ${limit} offset ${offset}`,
      [state],
    );
    return rows.map(toListed);
  }

  override async invitedUntil(unitId: string, on: LocalDate): Promise<DirectApplicant[]> {
    const rows = await rowsOf<Row>(
      `${SELECTED} where unit_id = $1 and invited_on <= $2 and state <> 'withdrawn'`,
      [unitId, on],
    );
    return rows.map((row) => toListed(row).applicant);
  }

  override takeUnmailed(unitId: string, since: LocalDate): Promise<MailedInvitation[]> {
    return rowsOf<MailedInvitation>(TAKEN_TO_MAIL, [unitId, since]);
  }

  override async unmail(id: string): Promise<void> {
    await rowsOf(
      `with d as (update app.direct_applicant set mailed_ml_id = null where id = $1
      returning id) select id from d`,
      [id],
    );
  }

  override async counts(): Promise<DirectCounts> {
    const rows = await rowsOf<{ state: DirectState; count: number }>(
      'select state, count(*)::int as count from app.direct_applicant group by state',
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  override async page(
    { state, unitFileNumber }: DirectFilter,
    limit: number,
    after: DirectPosition | null,
  ): Promise<{ items: ListedApplicant[]; total: number }> {
    const values: SqlValue[] = [state ?? null, unitFileNumber ?? null];
    const condition = `where ($1::text is null or state = $1)
      and ($2::text is null or unit_file_number = $2)`;
    const [counted] = await rowsOf<{ total: number }>(
      `select count(*) as total from app.direct_applicant ${condition}`,
      values,
    );
    const from = after ? ' and (created_at, id) < ($3, $4)' : '';
    const rows = await rowsOf<Row>(
      `${SELECTED} ${condition}${from} order by created_at desc, id desc limit ${limit}`,
      after ? [...values, after.at, after.id] : values,
    );
    return { items: rows.map(toListed), total: Number(counted?.total ?? 0) };
  }
}

async function retract(changes: readonly DirectChange[]): Promise<void> {
  const rows = changes.flatMap((change) => retractionOf(change) ?? []).map(toRetractionRow);
  // Twice from one reader in one go: the last one says it.
  const last = new Map(rows.map((row) => [`${row.direct_applicant_id} ${row.ml_id}`, row]));
  const table = 'app.direct_applicant_retraction';
  if (rows.length > 0)
    await insertRows(table, RETRACTION_COLUMNS, [...last.values()], RETRACTED_AGAIN);
}

async function updateAll(
  changes: readonly DirectChange[],
  columns: typeof STEP_COLUMNS | typeof UNIT_COLUMNS,
): Promise<void> {
  const rows = changes.flatMap(({ before, after }) =>
    before ? [{ key_version: before.version, ...toRow(after) }] : [],
  );
  if (rows.length === 0) return;
  const keys = { id: 'uuid', version: 'int' };
  const also = 'updated_at = now()';
  const written = await updateRows('app.direct_applicant', keys, columns, rows, also);
  if (written !== rows.length) throw new ChangedMeanwhile();
}

function isOfUnit({ command }: DirectChange): boolean {
  return ['assign', 'correct', 'withdraw', 'forget'].includes(command);
}

async function insertOnce(changes: readonly DirectChange[]): Promise<void> {
  if (changes.length === 0) return;
  try {
    const rows = changes.map(({ after }) => toRow(after));
    await insertRows('app.direct_applicant', APPLICANT_COLUMNS, rows);
  } catch (error) {
    const isKnown = violatedConstraint(error) === 'direct_applicant_of_number';
    throw isKnown ? new DirectApplicantKnown() : error;
  }
}

function historyRow({ before, after, command, effectiveOn, saidOn, actor }: DirectChange) {
  return {
    direct_applicant_id: after.id,
    unit_id: after.unitId,
    command,
    from_state: before?.state ?? null,
    to_state: after.state,
    effective_on: effectiveOn,
    organisation_id: actor.organisation?.id ?? null,
    ml_id: after.missionLocaleId,
    answer_code: after.answer?.code ?? null,
    said_on: saidOn,
    ...actorColumns(actor),
  };
}
