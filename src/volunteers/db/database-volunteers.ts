import { Injectable } from '@nestjs/common';
import { ChangedMeanwhile, type Confirmation } from '../../kernel/index.js';
import {
  ACTOR_COLUMNS,
  actorColumns,
  currentManager,
  insertRows,
  rowsOf,
  updateRows,
  violatedConstraint,
} from '../../platform/database/index.js';
import type { VolunteerChange } from '../domain/decide-volunteer.js';
import { AlreadyIncorporated } from '../domain/errors.js';
import { monthText, parseMonthText } from '../domain/month-text.js';
import {
  factsOf,
  type Incorporation,
  type SaidOfService,
  type VolunteerAct,
} from '../domain/service-facts.js';
import type { VolunteerCommand } from '../domain/volunteer.machine.js';
import type { Exit, Presence, Volunteer } from '../domain/volunteer.js';
import { Volunteers, type KeptMonths } from '../use-cases/ports.js';
import {
  AS_OF_COLUMNS,
  asOfRow,
  CHANGING_COLUMNS,
  SELECTED,
  toRow,
  toVolunteer,
  VOLUNTEER_COLUMNS,
  type VolunteerRow,
} from './volunteer-rows.js';

const HISTORY_COLUMNS = {
  volunteer_id: 'uuid',
  unit_id: 'uuid',
  ml_id: 'uuid',
  command: 'text',
  from_state: 'text',
  to_state: 'text',
  effective_on: 'date',
  organisation_id: 'uuid',
  ...ACTOR_COLUMNS,
  said: 'jsonb',
} as const;

const MONTH_COLUMNS = { presence_months: 'text[]' } as const;

type ActRow = { volunteer_id: string; command: VolunteerCommand; said: SaidOfService };

/** Services in PostgreSQL; row-level security decides which ones exist for the caller. */
@Injectable()
export class DatabaseVolunteers extends Volunteers {
  override byIds(ids: readonly string[]): Promise<Volunteer[]> {
    return this.read('t.id', ids);
  }

  override ofCandidacies(candidacyIds: readonly string[]): Promise<Volunteer[]> {
    return this.read('t.candidacy_id', candidacyIds);
  }

  override async confirmAll(confirmations: readonly Confirmation[]): Promise<void> {
    const rows = confirmations.map(({ id, asOf }) => ({ id, ...asOfRow(asOf) }));
    await updateRows('app.volunteer', { id: 'uuid' }, AS_OF_COLUMNS, rows);
  }

  override async actsOn(volunteerIds: readonly string[]): Promise<VolunteerAct[]> {
    if (volunteerIds.length === 0) return [];
    const rows = await rowsOf<ActRow>(
      `select volunteer_id, command, said from app.volunteer_transition
       where volunteer_id = any($1::uuid[]) and said is not null and channel <> 'file'
       order by recorded_at, id`,
      [[...volunteerIds]],
    );
    return rows.map(({ volunteer_id: volunteerId, ...act }) => ({ volunteerId, ...act }));
  }

  override async lastExits(volunteerIds: readonly string[]): Promise<ReadonlyMap<string, Exit>> {
    return lastSaid<Exit>('exit', volunteerIds);
  }

  override async lastIncorporations(
    volunteerIds: readonly string[],
  ): Promise<ReadonlyMap<string, Incorporation>> {
    return lastSaid<Incorporation>('incorporation', volunteerIds);
  }

  override async standingMonths(
    volunteerIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Presence[]>> {
    if (volunteerIds.length === 0) return new Map();
    const rows = await rowsOf<{ id: string; presence_months: string[] }>(
      'select id, presence_months from app.volunteer where id = any($1::uuid[])',
      [[...volunteerIds]],
    );
    return new Map(
      rows.map((row) => [
        row.id,
        row.presence_months.flatMap((text) => parseMonthText(text) ?? []),
      ]),
    );
  }

  override async keepMonths(kept: readonly KeptMonths[]): Promise<void> {
    const rows = kept.map(({ id, version, months }) => {
      return { id, version, presence_months: months.map(monthText) };
    });
    const keys = { id: 'uuid', version: 'int' } as const;
    const written = await updateRows('app.volunteer', keys, MONTH_COLUMNS, rows);
    if (written !== rows.length) throw new ChangedMeanwhile();
  }

  private async read(key: string, values: readonly string[]): Promise<Volunteer[]> {
    if (values.length === 0) return [];
    const rows = await rowsOf<VolunteerRow>(
      `select ${SELECTED} from app.volunteer t where ${key} = any($1::uuid[])`,
      [[...new Set(values)]],
    );
    return rows.map(toVolunteer);
  }

  override async saveAll(changes: readonly VolunteerChange[]): Promise<void> {
    const begun = changes.filter(({ before }) => before === null);
    await explained(() =>
      insertRows(
        'app.volunteer',
        VOLUNTEER_COLUMNS,
        begun.map(({ after }) => toRow(after)),
      ),
    );
    await this.update(changes);
    await addMonths(changes);
    await insertRows('app.volunteer_transition', HISTORY_COLUMNS, changes.map(historyRow));
  }

  private async update(changes: readonly VolunteerChange[]): Promise<void> {
    const rows = changes.flatMap(({ before, after }) =>
      before ? [{ key_version: before.version, ...toRow(after) }] : [],
    );
    const written = await updateRows(
      'app.volunteer',
      { id: 'uuid', version: 'int' },
      CHANGING_COLUMNS,
      rows,
      'updated_at = now()',
    );
    if (written !== rows.length) throw new ChangedMeanwhile();
  }
}

/** A month that is told stands, until a file takes it back. */
async function addMonths(changes: readonly VolunteerChange[]): Promise<void> {
  const told = changes.flatMap(({ command, after: { id, presence } }) =>
    command === 'report-presence' && presence ? [{ id, text: monthText(presence) }] : [],
  );
  if (told.length === 0) return;
  await currentManager().query(
    `update app.volunteer t set presence_months = array(
       select distinct m from unnest(t.presence_months || k.said) m
       where left(m, 7) <> left(k.said, 7) or m = k.said order by m)
     from unnest($1::uuid[], $2::text[]) k (id, said) where t.id = k.id`,
    [told.map(({ id }) => id), told.map(({ text }) => text)],
  );
}

function historyRow({ before, after, command, effectiveOn, actor }: VolunteerChange) {
  return {
    volunteer_id: after.id,
    unit_id: after.unitId,
    ml_id: after.missionLocaleId,
    command,
    from_state: before?.state ?? null,
    to_state: after.state,
    effective_on: effectiveOn,
    organisation_id: actor.organisation?.id ?? null,
    ...actorColumns(actor),
    said: saidBy(after),
  };
}

/** What was last said of one part of each service, from its history. */
async function lastSaid<Part>(
  part: keyof SaidOfService,
  volunteerIds: readonly string[],
): Promise<ReadonlyMap<string, Part>> {
  if (volunteerIds.length === 0) return new Map();
  const rows = await rowsOf<{ volunteer_id: string; said: Part }>(
    `select distinct on (volunteer_id) volunteer_id, said -> $2 as said
     from app.volunteer_transition
     where volunteer_id = any($1::uuid[]) and jsonb_typeof(said -> $2) = 'object'
     order by volunteer_id, recorded_at desc`,
    [[...volunteerIds], part],
  );
  return new Map(rows.map((row) => [row.volunteer_id, row.said]));
}

function saidBy(after: Volunteer): SaidOfService {
  const { incorporation, presence, exit } = factsOf(after);
  return { asOf: after.asOf, incorporation, presence, exit };
}

async function explained<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (violatedConstraint(error) === 'volunteer_of_candidacy') throw new AlreadyIncorporated();
    throw error;
  }
}
