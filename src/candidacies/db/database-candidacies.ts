import { Injectable } from '@nestjs/common';
import {
  ChangedMeanwhile,
  type Instant,
  type LocalDate,
  type Confirmation,
} from '../../kernel/index.js';
import {
  ACTOR_COLUMNS,
  actorColumns,
  currentManager,
  insertRows,
  updateRows,
  violatedConstraint,
} from '../../platform/database/index.js';
import { replacedOutcome } from '../../referrals/index.js';
import type { Candidacy } from '../domain/candidacy.js';
import type { CandidacyCommand } from '../domain/candidacy.machine.js';
import type { CandidacyChange } from '../domain/decide-candidacy.js';
import type { CandidacyAct, SaidByAct } from '../domain/redo-act.js';
import { UnitFileNumberTaken } from '../domain/errors.js';
import {
  Candidacies,
  type CandidacyOpening,
  type LastSaid,
  type SaidKey,
  type SaidMarks,
} from '../use-cases/ports.js';
import {
  AS_OF_COLUMNS,
  asOfRow,
  CANDIDACY_COLUMNS,
  CLOSING_COLUMNS,
  SAID_COLUMNS,
  SELECTED,
  toCandidacy,
  toRow,
  UNIT_COLUMNS,
  type CandidacyRow,
} from './candidacy-rows.js';
import { LAST_SAID, toLastSaid, type LastSaidRow } from './last-said-rows.js';

const HISTORY_COLUMNS = {
  candidacy_id: 'uuid',
  unit_id: 'uuid',
  ml_id: 'uuid',
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

const NO_MARKS: SaidMarks = new Map();

/** A line of history that no file can tell again. */
interface ActRow {
  candidacy_id: string;
  command: CandidacyCommand;
  effective_on: LocalDate;
  recorded_at: Instant;
  said: SaidByAct;
}

/** Candidacies in PostgreSQL; row-level security decides which ones exist for the caller. */
@Injectable()
export class DatabaseCandidacies extends Candidacies {
  override byIds(ids: readonly string[]): Promise<Candidacy[]> {
    return this.read(eachBy('c.id'), ids);
  }

  override ofReferrals(referralIds: readonly string[]): Promise<Candidacy[]> {
    return this.read(eachBy('c.referral_id'), referralIds);
  }

  override byUnitFileNumbers(unitId: string, numbers: readonly string[]): Promise<Candidacy[]> {
    const holder = `unnest($1::text[]) k(number) cross join lateral (select n.candidacy_id
      from app.unit_file_number n where n.unit_id = $2 and n.number = k.number offset 0) n`;
    const held = '(select * from app.candidacy c where c.id = n.candidacy_id offset 0) t';
    return this.read(`${holder} cross join lateral ${held}`, numbers, unitId);
  }

  private async read(
    from: string,
    values: readonly string[],
    ...more: string[]
  ): Promise<Candidacy[]> {
    if (values.length === 0) return [];
    const rows: CandidacyRow[] = await currentManager().query(`select ${SELECTED} from ${from}`, [
      [...new Set(values)],
      ...more,
    ]);
    return rows.map(toCandidacy);
  }

  override async openAll(openings: readonly CandidacyOpening[]): Promise<void> {
    await explained(() =>
      insertRows(
        'app.candidacy',
        CANDIDACY_COLUMNS,
        openings.map(({ after }) => toRow(after)),
      ),
    );
    const history = openings.map((opening) => historyRow('open', null, opening));
    await insertRows('app.candidacy_transition', HISTORY_COLUMNS, history);
  }

  override async saveAll(
    changes: readonly CandidacyChange[],
    marks: SaidMarks = NO_MARKS,
  ): Promise<void> {
    const byUnit = changes.filter(({ actor }) => actor.organisation?.kind === 'unit');
    const byOthers = changes.filter(({ actor }) => actor.organisation?.kind !== 'unit');
    await this.update(byUnit, { ...UNIT_COLUMNS, ...SAID_COLUMNS }, marks);
    await this.update(byOthers, CLOSING_COLUMNS, NO_MARKS);
    const history = changes.map((change) =>
      historyRow(change.command, change.before.state, change, actOf(change)),
    );
    await insertRows('app.candidacy_transition', HISTORY_COLUMNS, history);
  }

  override async confirmAll(
    confirmations: readonly Confirmation[],
    marks?: SaidMarks,
  ): Promise<void> {
    await updateRows(
      'app.candidacy',
      { id: 'uuid' },
      marks ? { ...AS_OF_COLUMNS, ...SAID_COLUMNS } : AS_OF_COLUMNS,
      confirmations.map(({ id, asOf }) => ({
        id,
        said_mark: marks?.get(id) ?? null,
        ...asOfRow(asOf),
      })),
    );
  }

  override async lastSaid(unitId: string, keys: readonly SaidKey[]): Promise<LastSaid[]> {
    if (keys.length === 0) return [];
    const rows: LastSaidRow[] = await currentManager().query(LAST_SAID, [
      unitId,
      keys.map(({ fileNumber }) => fileNumber),
      keys.map(({ reference }) => reference),
    ]);
    return rows.map(toLastSaid);
  }

  override async actsOn(candidacyIds: readonly string[]): Promise<CandidacyAct[]> {
    if (candidacyIds.length === 0) return [];
    const rows: ActRow[] = await currentManager().query(
      `select candidacy_id, command, effective_on, recorded_at, said
       from app.candidacy_transition where candidacy_id = any($1) and said is not null
       order by recorded_at, id`,
      [candidacyIds],
    );
    return rows.map((row) => ({
      candidacyId: row.candidacy_id,
      command: row.command,
      effectiveOn: row.effective_on,
      recordedAt: row.recorded_at,
      said: row.said,
    }));
  }

  override async beforeClosing(
    candidacyIds: readonly string[],
  ): Promise<ReadonlyMap<string, Pick<Candidacy, 'state' | 'stateOn'>>> {
    if (candidacyIds.length === 0) return new Map();
    const rows: { candidacy_id: string; to_state: Candidacy['state']; effective_on: LocalDate }[] =
      await currentManager().query(
        `select distinct on (candidacy_id) candidacy_id, to_state, effective_on
         from app.candidacy_transition
         where candidacy_id = any($1) and command not in ('acknowledge', 'close')
         order by candidacy_id, recorded_at desc`,
        [candidacyIds],
      );
    return new Map(
      rows.map((row) => [row.candidacy_id, { state: row.to_state, stateOn: row.effective_on }]),
    );
  }

  private async update(
    changes: readonly CandidacyChange[],
    columns: Readonly<Record<string, string>>,
    marks: SaidMarks,
  ): Promise<void> {
    const rows = changes.map(({ before, after }) => ({
      key_version: before.version,
      said_mark: marks.get(after.id) ?? null,
      ...toRow(after),
    }));
    const written = await explained(() =>
      updateRows(
        'app.candidacy',
        { id: 'uuid', version: 'int' },
        columns,
        rows,
        'updated_at = now()',
      ),
    );
    if (written !== changes.length) throw new ChangedMeanwhile();
  }
}

/** Each by the index of its key, however many are asked for: a part of a file never reads the whole table. */
function eachBy(key: string): string {
  return `unnest($1::uuid[]) k(key) cross join lateral
    (select * from app.candidacy c where ${key} = k.key offset 0) t`;
}

function historyRow(
  command: string,
  from: string | null,
  { after, effectiveOn, actor }: CandidacyOpening,
  act: ReturnType<typeof actOf> = NO_ACT,
) {
  return {
    candidacy_id: after.id,
    unit_id: after.unitId,
    ml_id: after.missionLocaleId,
    command,
    from_state: from,
    to_state: after.state,
    effective_on: effectiveOn,
    organisation_id: actor.organisation?.id ?? null,
    ...act,
    ...actorColumns(actor),
  };
}

/** What a change tells besides the move: an opening tells nothing of it. */
function actOf(change: CandidacyChange) {
  return {
    is_correction: change.isCorrection ?? false,
    said: saidBy(change),
    replaced_outcome: replacedOutcome(change.before.decision, change.after.decision),
  };
}

const NO_ACT: ReturnType<typeof actOf> = {
  is_correction: false,
  said: null,
  replaced_outcome: null,
};

/** Kept of what no file can tell again, of the unit's own acts and those of the service. */
function saidBy({ after, actor }: CandidacyChange): SaidByAct | null {
  const isOfMissionLocale = actor.organisation?.kind === 'mission-locale';
  if (actor.channel.kind === 'file' || isOfMissionLocale) return null;
  const { asOf, unitFileNumber, decision } = after;
  return { asOf, unitFileNumber, decision };
}

async function explained<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (violatedConstraint(error) === 'candidacy_file_number') throw new UnitFileNumberTaken();
    throw error;
  }
}
