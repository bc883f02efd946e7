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
import { ReferenceAlreadyUsed, ReferralAlreadyOpen } from '../domain/errors.js';
import { OPEN_STATES, type Referral } from '../domain/referral.js';
import { Referrals, type ReferralChange } from '../use-cases/ports.js';
import {
  DETAIL_COLUMNS,
  PROGRESS_COLUMNS,
  REFERRAL_COLUMNS,
  SELECTED,
  toReferral,
  toRow,
  type ReferralRow,
} from './referral-rows.js';

const HISTORY_COLUMNS = {
  referral_id: 'uuid',
  ml_id: 'uuid',
  unit_id: 'uuid',
  command: 'text',
  from_state: 'text',
  to_state: 'text',
  effective_on: 'date',
  organisation_id: 'uuid',
  ...ACTOR_COLUMNS,
} as const;

/** Referrals in PostgreSQL; row-level security decides which ones exist for the caller. */
@Injectable()
export class DatabaseReferrals extends Referrals {
  override byIds(ids: readonly string[]): Promise<Referral[]> {
    return this.read('t.id = any($1)', ids);
  }

  override byReferences(references: readonly string[]): Promise<Referral[]> {
    return this.read('t.reference = any($1)', references);
  }

  override openOf(personIds: readonly string[]): Promise<Referral[]> {
    const open = OPEN_STATES.map((state) => `'${state}'`).join(', ');
    return this.read(`t.person_id = any($1) and t.state in (${open})`, personIds);
  }

  private async read(condition: string, values: readonly string[]): Promise<Referral[]> {
    if (values.length === 0) return [];
    const rows: ReferralRow[] = await currentManager().query(
      `select ${SELECTED} from app.referral t where ${condition}`,
      [values],
    );
    return rows.map(toReferral);
  }

  override async saveAll(changes: readonly ReferralChange[]): Promise<void> {
    try {
      await this.insert(changes.filter(({ before }) => !before));
      await this.update(changes.filter(({ before }) => before));
    } catch (error) {
      throw translate(error);
    }
    await insertRows('app.referral_transition', HISTORY_COLUMNS, changes.flatMap(historyRow));
  }

  private insert(changes: readonly ReferralChange[]): Promise<void> {
    return insertRows(
      'app.referral',
      REFERRAL_COLUMNS,
      changes.map(({ after }) => toRow(after)),
    );
  }

  /** The unit may write the progress of a file and nothing else: the grants say so too. */
  private async update(changes: readonly ReferralChange[]): Promise<void> {
    for (const side of ['unit', 'mission-locale'] as const) {
      const own = changes.filter((change) => sideOf(change) === side);
      const columns =
        side === 'unit' ? PROGRESS_COLUMNS : { ...PROGRESS_COLUMNS, ...DETAIL_COLUMNS };
      const written = await updateRows(
        'app.referral',
        { id: 'uuid', version: 'int' },
        columns,
        own.map(({ before, after }) => ({ ...toRow(after), key_version: before?.version })),
        'updated_at = now()',
      );
      if (written !== own.length) throw new ChangedMeanwhile();
    }
  }
}

function sideOf({ actor }: ReferralChange): 'unit' | 'mission-locale' {
  return actor.organisation?.kind === 'unit' ? 'unit' : 'mission-locale';
}

function historyRow({ before, after, command, effectiveOn, actor }: ReferralChange) {
  if (!command) return [];
  return [
    {
      referral_id: after.id,
      ml_id: after.missionLocaleId,
      unit_id: after.unitId,
      command,
      from_state: before?.state ?? null,
      to_state: after.state,
      effective_on: effectiveOn,
      organisation_id: actor.organisation?.id ?? null,
      ...actorColumns(actor),
    },
  ];
}

/** Two requests at the same instant meet on a unique index: the second learns why. */
function translate(error: unknown): unknown {
  const constraint = violatedConstraint(error);
  if (constraint === 'referral_reference') return new ReferenceAlreadyUsed();
  if (constraint === 'referral_one_open') return new ReferralAlreadyOpen(null);
  return error;
}
