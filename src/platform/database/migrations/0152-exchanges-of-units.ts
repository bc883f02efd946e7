import type { MigrationInterface, QueryRunner } from 'typeorm';
import { STATISTICS_ROLE } from '../scope-roles.js';
import { asStatistics, readableForStatistics } from './statistics-door.js';

/** Where the monthly files of the units stand, for those who follow them: no name and no row (ADR 0052). */
export class ExchangesOfUnits1760000000152 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(READ)) {
      await runner.query(readableForStatistics(table, columns));
    }
    await runner.query(`grant select (kind) on app.organisation to ${STATISTICS_ROLE};
      grant select (mission_locale_id, unit_id, valid_from, valid_to) on app.convention
        to ${STATISTICS_ROLE}`);
    await runner.query(MONTHS);
    await asStatistics(runner, 'app.unit_exchange_months(text, text)', [
      'passerelle_national',
      'passerelle_unit',
      'passerelle_mission_locale',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function app.unit_exchange_months(text, text);
      revoke select (kind) on app.organisation from ${STATISTICS_ROLE};
      revoke select (mission_locale_id, unit_id, valid_from, valid_to) on app.convention
        from ${STATISTICS_ROLE}`);
    for (const [table, columns] of Object.entries(READ)) {
      await runner.query(`drop policy ${table}_statistics on app.${table};
        revoke select (${columns}) on app.${table} from ${STATISTICS_ROLE}`);
    }
  }
}

/** Codes, moments and counts: no name of a file, no key of a line, nobody who deposited. */
const READ: Readonly<Record<string, string>> = {
  exchange_slot: 'org_id, flow, mode, period, state, opens_at, due_at, closes_at',
  exchange_file: `id, org_id, flow, mode, period, nature, state, report_code, rows_rejected,
    received_at`,
};

// The organisation that asks comes from the scope of the transaction, as in every policy: without one there
// is no reader, and no row. A mission locale sees the months under a convention with it, and how many lines
// were refused is not its to know: a refused line is addressed to nobody yet.
const MONTHS = `
create function app.unit_exchange_months(first_month text, last_month text)
returns table (unit_id uuid, flow text, month text, slot_state text, opens_at timestamptz,
  due_at timestamptz, closes_at timestamptz, file_state text, file_nature text, report_code int,
  rejected int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.org_id, s.flow, s.period, s.state, s.opens_at, s.due_at, s.closes_at, f.state, f.nature,
    f.report_code, case when r.kind = 'mission-locale' then 0 else coalesce(f.rows_rejected, 0) end
  from app.organisation r
  join app.organisation u on u.kind = 'unit'
  join app.exchange_slot s on s.org_id = u.id and s.mode = 'P'
    and s.period between first_month and last_month
  left join lateral (select e.state, e.nature, e.report_code, e.rows_rejected
    from app.exchange_file e
    where e.org_id = s.org_id and e.flow = s.flow and e.mode = s.mode and e.period = s.period
      and e.nature <> 'S' and e.state <> 'refused'
    order by e.received_at desc, e.id desc limit 1) f on true
  where r.id = app.current_org() and case r.kind
    when 'unit' then u.id = r.id
    when 'national' then r.scheme is null or r.scheme = u.scheme
    else exists (select from app.convention c
      where c.mission_locale_id = r.id and c.unit_id = u.id
        and (to_date(s.period, 'YYYY-MM') + interval '1 month - 1 day')::date
          between c.valid_from and coalesce(c.valid_to, 'infinity')) end
$$`;
