import { Injectable } from '@nestjs/common';
import {
  ChangedMeanwhile,
  type AsOf,
  type LocalDate,
  type Confirmation,
} from '../../kernel/index.js';
import {
  ACTOR_COLUMNS,
  actorColumns,
  currentManager,
  insertRows,
  rowsOf,
  updateRows,
} from '../../platform/database/index.js';
import type { Contract, ServiceFacts } from '../domain/contract.js';
import type { ContractAct, ContractFacts } from '../domain/retell-contract.js';
import type { ContractChange } from '../domain/decide-contract.js';
import { Contracts } from '../use-cases/ports.js';
import {
  CHANGING_COLUMNS,
  CONTRACT_COLUMNS,
  MOTIVE_COLUMNS,
  MOTIVES,
  SELECTED,
  toContract,
  toMotiveRow,
  toRow,
  WITH_MOTIVES,
  type ContractRow,
  type MotiveRow,
} from './contract-rows.js';
import { servicesOf } from './service-rows.js';

const HISTORY_COLUMNS = {
  contract_id: 'uuid',
  ml_id: 'uuid',
  command: 'text',
  from_state: 'text',
  to_state: 'text',
  effective_on: 'date',
  organisation_id: 'uuid',
  ...ACTOR_COLUMNS,
  said: 'jsonb',
} as const;

/** Contracts in PostgreSQL; row-level security leaves those of the caller's mission locale. */
@Injectable()
export class DatabaseContracts extends Contracts {
  override byIds(ids: readonly string[]): Promise<Contract[]> {
    return this.read('t.id = k.key', ids);
  }

  override ofPeople(personIds: readonly string[]): Promise<Contract[]> {
    return this.read('t.person_id = k.key', personIds);
  }

  override async ofSamePeople(
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Contract[]>> {
    const found = new Map<string, Contract[]>();
    if (personIds.length === 0) return found;
    const rows = await rowsOf<ContractRow & MotiveRow & { asked_id: string }>(
      `select f.person_id as asked_id, ${SELECTED}, ${MOTIVES} from app.files_of($1) f
       join app.cej_contract t on t.person_id = f.file_id ${WITH_MOTIVES}
       order by t.starts_on, t.id`,
      [[...new Set(personIds)]],
    );
    for (const { asked_id: asked, ...row } of rows) {
      found.set(asked, [...(found.get(asked) ?? []), toContract(row)]);
    }
    return found;
  }

  override servicesOf(personIds: readonly string[]): Promise<ReadonlyMap<string, ServiceFacts[]>> {
    return servicesOf(personIds);
  }

  override async actsOn(ids: readonly string[]): Promise<ContractAct[]> {
    if (ids.length === 0) return [];
    const rows = await rowsOf<ActRow>(ACTS, [[...new Set(ids)]]);
    return rows.map(({ contract_id: contractId, command, said, recorded_on: on }) => ({
      contractId,
      command,
      said,
      asOf: said.asOf ?? { on, sequence: 0, line: 0 },
    }));
  }

  override async confirmAll(confirmed: readonly Confirmation[]): Promise<void> {
    await updateRows(
      'app.cej_contract',
      { id: 'uuid' },
      { as_of_on: 'date', as_of_sequence: 'int', as_of_line: 'int' },
      confirmed.map(({ id, asOf }) => ({
        id,
        as_of_on: asOf?.on ?? null,
        as_of_sequence: asOf?.sequence ?? null,
        as_of_line: asOf?.line ?? null,
      })),
    );
  }

  override async saveAll(changes: readonly ContractChange[]): Promise<void> {
    const recorded = changes.filter(({ before }) => before === null);
    await insertRows(
      'app.cej_contract',
      CONTRACT_COLUMNS,
      recorded.map(({ after }) => toRow(after)),
    );
    await this.update(changes);
    await this.keepMotives(changes);
    await insertRows('app.cej_contract_transition', HISTORY_COLUMNS, changes.map(historyRow));
  }

  private async update(changes: readonly ContractChange[]): Promise<void> {
    const rows = changes.flatMap(({ before, after }) =>
      before ? [{ key_version: before.version, ...toRow(after) }] : [],
    );
    const keys = { id: 'uuid', version: 'int' };
    const written = await updateRows(
      'app.cej_contract',
      keys,
      CHANGING_COLUMNS,
      rows,
      'updated_at = now()',
    );
    if (written !== rows.length) throw new ChangedMeanwhile();
  }

  /** A contract that a referral just told has neither motive nor reason: it has no row there. */
  private keepMotives(changes: readonly ContractChange[]): Promise<void> {
    const kept = changes.filter(({ command }) => command !== 'record' && command !== 'follow');
    return insertRows(
      'app.cej_contract_motive',
      MOTIVE_COLUMNS,
      kept.map(({ after }) => toMotiveRow(after)),
      `on conflict (contract_id) do update set extension_motive = excluded.extension_motive,
         end_reason = excluded.end_reason, confirmed_by = excluded.confirmed_by`,
    );
  }

  private async read(condition: string, values: readonly string[]): Promise<Contract[]> {
    if (values.length === 0) return [];
    const rows: (ContractRow & MotiveRow)[] = await currentManager().query(
      `select ${SELECTED}, ${MOTIVES} from unnest($1::uuid[]) k(key)
       cross join lateral (select * from app.cej_contract t where ${condition} offset 0) t
       ${WITH_MOTIVES} order by t.starts_on, t.id`,
      [[...new Set(values)]],
    );
    return rows.map(toContract);
  }
}

interface ActRow {
  contract_id: string;
  command: ContractAct['command'];
  said: ContractFacts & { readonly asOf?: AsOf };
  recorded_on: LocalDate;
}

// What a referral's file told is an act here; what a monthly file told is read from its bytes.
// One without a date of its own counts from the day on which the mission locale recorded it, on its clock.
const ACTS = `select h.contract_id, h.command, h.said,
    (h.recorded_at at time zone o.time_zone)::date as recorded_on
  from app.cej_contract_transition h join app.organisation o on o.id = h.ml_id
  where h.contract_id = any($1::uuid[]) and h.command <> 'restate'
    and (h.channel <> 'file' or h.command = 'follow'
      or (h.command = 'record' and not coalesce((h.said ->> 'isKept')::boolean, false)))
  order by h.recorded_at, h.id`;

/** Each line tells the facts as they were from then on. */
function historyRow({ before, after, command, effectiveOn, actor }: ContractChange) {
  const { startsOn, plannedEndOn, extension, end, confirmation, isKept, asOf } = after;
  return {
    contract_id: after.id,
    ml_id: after.missionLocaleId,
    command,
    from_state: before?.state ?? null,
    to_state: after.state,
    effective_on: effectiveOn,
    organisation_id: actor.organisation?.id ?? null,
    ...actorColumns(actor),
    said: { startsOn, plannedEndOn, extension, end, confirmation, isKept, asOf },
  };
}
