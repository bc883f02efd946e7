import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '../../kernel/index.js';
import {
  Conditions,
  countOf,
  latest,
  rowsOf,
  type RowPosition,
  type SqlValue,
} from '../../platform/database/index.js';
import { MONTH_VIEWS, type MonthView } from '../domain/month-view.rules.js';
import {
  ContractQueries,
  type ContractEvent,
  type ContractFilter,
  type ContractSight,
  type ContractSummary,
  type MonthDays,
  type ToldContractRecord,
} from '../use-cases/ports.js';
import {
  MOTIVES,
  SELECTED,
  toContract,
  WITH_MOTIVES,
  type ContractRow,
  type MotiveRow,
} from './contract-rows.js';
import { monthQuery } from './month-query.js';
import { servicesOf } from './service-rows.js';

type SummaryRow = ContractRow & Partial<MotiveRow> & { created_at: Instant; birth_date: string };

/** Lists and details of contracts. The same condition makes a list and its total. */
@Injectable()
export class DatabaseContractQueries extends ContractQueries {
  override async page(
    filter: ContractFilter,
    limit: number,
    after: RowPosition | null,
    sight: ContractSight,
  ): Promise<{ items: ContractSummary[]; total: number }> {
    const conditions = conditionsOf(filter);
    const joins = sight === 'own' ? '' : TOLD_JOINS;
    const total = await countOf(`from app.cej_contract t ${joins}`, conditions);
    conditions.after(after);
    const page = `${conditions.where} ${latest(limit)}`;
    return { items: await this.summaries(page, conditions.values, sight), total };
  }

  override async one(id: string, sight: ContractSight): Promise<ContractSummary | null> {
    const [summary] = await this.summaries('where t.id = $1', [id], sight);
    return summary ?? null;
  }

  override async toldTo(unitId: string, ids: readonly string[]): Promise<ToldContractRecord[]> {
    const rows = await rowsOf<ToldRow>(
      `select distinct on (t.id) ${SELECTED}, v.person_id, f.reference, c.unit_file_number
       from app.cej_contract t cross join lateral app.files_of(array[t.person_id]) p
       join app.volunteer v on v.person_id = p.file_id and v.person_org_id = t.ml_id
         and v.unit_id = $1
       join app.referral f on f.id = v.referral_id
       join app.candidacy c on c.id = v.candidacy_id
       where t.id = any($2::uuid[]) order by t.id, v.created_at desc`,
      [unitId, [...ids]],
    );
    const services = await servicesOf(rows.map(({ person_id: personId }) => personId));
    return rows.map((row) => ({
      contract: toContract(row),
      services: services.get(row.person_id) ?? [],
      reference: row.reference,
      unitFileNumber: row.unit_file_number,
    }));
  }

  override ofPerson(personId: string): Promise<ContractSummary[]> {
    const order = 'order by t.starts_on desc, t.id';
    return this.summaries(
      `where t.person_id in (select f.file_id from app.files_of(array[$1::uuid]) f) ${order}`,
      [personId],
      'own',
    );
  }

  override async history(id: string): Promise<ContractEvent[]> {
    const rows = await rowsOf<EventRow>(
      `select command, effective_on, recorded_at, acting_role, organisation_id, channel
       from app.cej_contract_transition where contract_id = $1 order by recorded_at, id`,
      [id],
    );
    return rows.map((row) => ({
      command: row.command,
      effectiveOn: row.effective_on,
      recordedAt: row.recorded_at,
      role: row.acting_role,
      organisationId: row.organisation_id,
      channel: row.channel,
    }));
  }

  override async month(
    { from, to, on }: MonthDays,
    view: MonthView,
    { limit, offset }: { readonly limit: number | null; readonly offset: number },
  ): Promise<{ items: ContractSummary[]; counts: Record<MonthView, number> }> {
    const [row] = await rowsOf<Record<MonthView, string> & { ids: string[] }>(monthQuery(view), [
      ...[from, to, on],
      ...[limit, offset],
    ]);
    const { ids = [] } = row ?? {};
    const found = ids.length === 0 ? [] : await this.byIds(ids);
    const items = new Map(found.map((summary) => [summary.contract.id, summary]));
    return {
      items: ids.flatMap((id) => items.get(id) ?? []),
      counts: Object.fromEntries(
        MONTH_VIEWS.map((name) => [name, Number(row?.[name] ?? 0)]),
      ) as Record<MonthView, number>,
    };
  }

  private byIds(ids: string[]): Promise<ContractSummary[]> {
    return this.summaries('where t.id = any($1::uuid[])', [ids], 'own');
  }

  private async summaries(
    condition: string,
    values: readonly SqlValue[],
    sight: ContractSight,
  ): Promise<ContractSummary[]> {
    const [columns, joins] =
      sight === 'own' ? [MOTIVES, OWN_JOINS] : ['y.id as person_id', TOLD_JOINS];
    const rows = await rowsOf<SummaryRow>(
      `select ${SELECTED}, ${columns}, t.created_at, y.birth_date from app.cej_contract t
       ${joins} ${condition}`,
      values,
    );
    const services = await servicesOf(rows.map(({ person_id: personId }) => personId));
    return rows.map((row) => ({
      contract: toContract(row),
      birthDate: row.birth_date,
      services: services.get(row.person_id) ?? [],
      createdAt: row.created_at,
    }));
  }
}

const OWN_JOINS = `join app.young_person y on y.id = t.person_id ${WITH_MOTIVES}`;

/** Whom the reader knows: the file of the contract, else one that is merged with it. */
const TOLD_JOINS = `join lateral (select p.id, p.birth_date from app.files_of(array[t.person_id]) f
    join app.young_person p on p.id = f.file_id
    order by p.id <> t.person_id, p.id limit 1) y on true`;

type ToldRow = ContractRow & { reference: string; unit_file_number: string | null };

type EventRow = {
  command: string;
  effective_on: LocalDate;
  recorded_at: Instant;
  acting_role: string;
  organisation_id: string | null;
  channel: string;
};

/** SQL conditions and their values; names come from here, values travel apart (SEC-27). */
function conditionsOf(filter: ContractFilter): Conditions {
  return new Conditions()
    .add((place) => `t.scheme = ${place}`, filter.scheme)
    .add((place) => `t.state = ${place}`, filter.state)
    .add(
      (place) => `t.person_id in (select s.file_id from app.files_of(array[${place}::uuid]) s)`,
      filter.personId,
    )
    .add(
      (place) =>
        `t.person_id in (select s.file_id from app.referral f
        cross join lateral app.files_of(array[f.person_id]) s where f.reference = ${place})`,
      filter.reference,
    );
}
