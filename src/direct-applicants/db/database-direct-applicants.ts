import { Injectable } from '@nestjs/common';
import { ChangedMeanwhile, type Instant } from '../../kernel/index.js';
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
import type { DirectApplicant } from '../domain/direct-applicant.js';
import { DirectApplicantKnown } from '../domain/errors.js';
import {
  DirectApplicants,
  type DirectFilter,
  type DirectPosition,
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
  ...ACTOR_COLUMNS,
} as const;
const SELECTED = `select ${Object.keys(APPLICANT_COLUMNS).join(', ')}, created_at
  from app.direct_applicant`;

/** Direct applicants in PostgreSQL; row-level security decides which ones exist for the caller. */
@Injectable()
export class DatabaseDirectApplicants extends DirectApplicants {
  override async byId(id: string): Promise<ListedApplicant | undefined> {
    const rows = await rowsOf<Row>(`${SELECTED} where id = $1`, [id]);
    return rows.map(toListed)[0];
  }

  override async save(change: DirectChange): Promise<void> {
    const { before, after, command } = change;
    if (before === null) await insertOnce(after);
    else {
      const row = { key_version: before.version, ...toRow(after) };
      const isOfUnit = command === 'assign' || command === 'withdraw';
      const columns = isOfUnit ? UNIT_COLUMNS : STEP_COLUMNS;
      const keys = { id: 'uuid', version: 'int' };
      const also = 'updated_at = now()';
      const written = await updateRows('app.direct_applicant', keys, columns, [row], also);
      if (written !== 1) throw new ChangedMeanwhile();
    }
    const history = 'app.direct_applicant_transition';
    await insertRows(history, HISTORY_COLUMNS, [historyRow(change)]);
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

async function insertOnce(applicant: DirectApplicant): Promise<void> {
  try {
    await insertRows('app.direct_applicant', APPLICANT_COLUMNS, [toRow(applicant)]);
  } catch (error) {
    const isKnown = violatedConstraint(error) === 'direct_applicant_of_number';
    throw isKnown ? new DirectApplicantKnown() : error;
  }
}

function historyRow({ before, after, command, effectiveOn, actor }: DirectChange) {
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
    ...actorColumns(actor),
  };
}
