import { Injectable } from '@nestjs/common';
import { ChangedMeanwhile, type LocalDate, type Confirmation } from '../../kernel/index.js';
import {
  ACTOR_COLUMNS,
  actorColumns,
  currentManager,
  insertRows,
  updateRows,
  violatedConstraint,
} from '../../platform/database/index.js';
import { ReferenceAlreadyUsed, ReferralAlreadyOpen } from '../domain/errors.js';
import type { ReferralAct } from '../domain/referral-act.js';
import { replacedOutcome } from '../domain/replaced-outcome.js';
import {
  detailsOfReferral,
  OPEN_STATES,
  type Referral,
  type ReferralState,
} from '../domain/referral.js';
import { Referrals, type ReferralChange } from '../use-cases/ports.js';
import {
  AS_OF_COLUMNS,
  asOfRow,
  DETAIL_COLUMNS,
  PROGRESS_COLUMNS,
  REFERRAL_COLUMNS,
  SELECTED,
  toReferral,
  toRow,
  type ReferralRow,
} from './referral-rows.js';
import { writeTicks } from './write-ticks.js';

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
  is_correction: 'boolean',
  said: 'jsonb',
  replaced_outcome: 'jsonb',
} as const;

/** A line of history that no file can tell again. */
interface ActRow {
  referral_id: string;
  command: ReferralAct['command'];
  effective_on: LocalDate;
  said: ReferralAct['said'];
}

/** Referrals in PostgreSQL; row-level security decides which ones exist for the caller. */
@Injectable()
export class DatabaseReferrals extends Referrals {
  override byIds(ids: readonly string[]): Promise<Referral[]> {
    return this.read(eachBy('uuid', 'id'), ids);
  }

  override byReferences(references: readonly string[]): Promise<Referral[]> {
    return this.read(eachBy('text', 'reference'), references);
  }

  override openOf(personIds: readonly string[]): Promise<Referral[]> {
    const open = OPEN_STATES.map((state) => `'${state}'`).join(', ');
    return this.read(`${eachBy('uuid', 'person_id')} where t.state in (${open})`, personIds);
  }

  private async read(from: string, values: readonly string[]): Promise<Referral[]> {
    if (values.length === 0) return [];
    const rows: ReferralRow[] = await currentManager().query(`select ${SELECTED} from ${from}`, [
      [...new Set(values)],
    ]);
    return rows.map(toReferral);
  }

  override async saveAll(changes: readonly ReferralChange[]): Promise<readonly ReferralChange[]> {
    const isAnswer = (change: ReferralChange): boolean =>
      Boolean(change.before) && sideOf(change) === 'unit';
    const answers = changes.filter(isAnswer);
    const own = changes.filter((change) => !isAnswer(change));
    try {
      await this.insert(own.filter(({ before }) => !before));
      await this.update(
        own.filter(({ before }) => before),
        OWNER_COLUMNS,
      );
    } catch (error) {
      throw translate(error);
    }
    await writeTicks(own);
    const written = [...own, ...(await this.answer(answers))];
    await insertRows('app.referral_transition', HISTORY_COLUMNS, written.flatMap(historyRow));
    return written;
  }

  override async confirmAll(confirmations: readonly Confirmation[]): Promise<void> {
    await updateRows(
      'app.referral',
      { id: 'uuid' },
      AS_OF_COLUMNS,
      confirmations.map(({ id, asOf }) => ({ id, ...asOfRow(asOf) })),
    );
  }

  override async actsOn(referralIds: readonly string[]): Promise<ReferralAct[]> {
    if (referralIds.length === 0) return [];
    const rows: ActRow[] = await currentManager().query(
      `select referral_id, command, effective_on, said from app.referral_transition
       where referral_id = any($1) and said is not null order by recorded_at, id`,
      [referralIds],
    );
    return rows.map((row) => ({
      referralId: row.referral_id,
      command: row.command,
      effectiveOn: row.effective_on,
      said: row.said,
    }));
  }

  override async statesBeforeWithdrawal(
    referralIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReferralState>> {
    if (referralIds.length === 0) return new Map();
    const rows: { referral_id: string; from_state: ReferralState }[] = await currentManager().query(
      `select distinct on (referral_id) referral_id, from_state from app.referral_transition
       where referral_id = any($1) and to_state = 'withdrawn' and from_state is not null
       order by referral_id, recorded_at desc`,
      [referralIds],
    );
    return new Map(rows.map((row) => [row.referral_id, row.from_state]));
  }

  private insert(changes: readonly ReferralChange[]): Promise<void> {
    return insertRows(
      'app.referral',
      REFERRAL_COLUMNS,
      changes.map(({ after }) => toRow(after)),
    );
  }

  /**
   * Writes what the unit answered. It does not see the other referrals of the person: only the index
   * of open ones tells that there is one by now, so the changes it refuses are looked for by halves.
   */
  private async answer(changes: readonly ReferralChange[]): Promise<readonly ReferralChange[]> {
    if (changes.length === 0) return [];
    const manager = currentManager();
    await manager.query('savepoint referral_answer');
    try {
      await this.update(changes, PROGRESS_COLUMNS);
      await manager.query('release savepoint referral_answer');
      return changes;
    } catch (error) {
      if (violatedConstraint(error) !== 'referral_one_open') throw error;
      await manager.query('rollback to savepoint referral_answer');
    }
    if (changes.length === 1) return [];
    const half = Math.ceil(changes.length / 2);
    const first = await this.answer(changes.slice(0, half));
    return [...first, ...(await this.answer(changes.slice(half)))];
  }

  /** The unit may write the progress of a file and nothing else: the grants say so too. */
  private async update(
    changes: readonly ReferralChange[],
    columns: Readonly<Record<string, string>>,
  ): Promise<void> {
    const written = await updateRows(
      'app.referral',
      { id: 'uuid', version: 'int' },
      columns,
      changes.map(({ before, after }) => ({ key_version: before?.version, ...toRow(after) })),
      'updated_at = now()',
    );
    if (written !== changes.length) throw new ChangedMeanwhile();
  }
}

/** Each by the index of its key, however many are asked for: a part of a file never reads the whole table. */
function eachBy(type: 'uuid' | 'text', key: 'id' | 'reference' | 'person_id'): string {
  return `unnest($1::${type}[]) k(key) cross join lateral
    (select * from app.referral f where f.${key} = k.key offset 0) t`;
}

const OWNER_COLUMNS = { ...PROGRESS_COLUMNS, ...DETAIL_COLUMNS };

function sideOf({ actor }: ReferralChange): 'unit' | 'mission-locale' {
  return actor.organisation?.kind === 'unit' ? 'unit' : 'mission-locale';
}

function historyRow(change: ReferralChange) {
  const { before, after, command, effectiveOn, actor, isCorrection = false } = change;
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
      is_correction: isCorrection,
      said: saidBy(change),
      replaced_outcome: replacedOutcome(before?.outcome ?? null, after.outcome),
      ...actorColumns(actor),
    },
  ];
}

/**
 * Kept of what no file can tell again, of the mission locale's own acts and those of the service. A
 * corrected person has a history of their own, and says nothing of the referral.
 */
function saidBy(change: ReferralChange): ReferralAct['said'] | null {
  const { after, actor, command } = change;
  if (command === 'correct-person') return null;
  if (actor.channel.kind === 'file' || sideOf(change) === 'unit') return null;
  return { asOf: after.asOf, details: detailsOfReferral(after) };
}

/** Two requests at the same instant meet on a unique index: the second learns why. */
function translate(error: unknown): unknown {
  const constraint = violatedConstraint(error);
  if (constraint === 'referral_reference') return new ReferenceAlreadyUsed();
  if (constraint === 'referral_one_open') return new ReferralAlreadyOpen(null);
  return error;
}
