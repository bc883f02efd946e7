import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The slim tables of open referrals and of numbers follow their record by statement, not by row: a file
 * changes thousands at once, and a trigger a row costs ten times the write it makes (ADR 0021). What they
 * refuse, and under which name, is as before.
 */
export class SideTablesByStatement1760000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [BY_ROW_ENDS, OPEN_REFERRALS, FILE_NUMBERS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of [BY_STATEMENT_ENDS, BY_ROW_BACK]) await runner.query(sql);
  }
}

const BY_ROW_ENDS = `
drop trigger referral_opens on app.referral;
drop trigger referral_opens_or_ends on app.referral;
drop trigger candidacy_numbered on app.candidacy;
drop trigger candidacy_renumbered on app.candidacy;
drop function app.keep_open_referral(), app.keep_file_number();
`;

// Each changed row finds its line by the key, however many lines there are.
const BY_KEY = 'set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off';

/**
 * Lines of `side` for the rows of a record: those gone are deleted, those come are added. Whoever changes
 * no line needs no right on the table. Sets are compared by `except`, never joined: PostgreSQL may have
 * planned the function for one row.
 */
function followed(name: {
  readonly record: string;
  readonly side: string;
  readonly lines: (rows: string) => string;
  readonly columns: string;
  readonly isLine: string;
}): string {
  const { record, side, lines, columns, isLine } = name;
  const gone = `${lines('before')} except ${lines('after')}`;
  const come = `${lines('after')} except ${lines('before')}`;
  return `
create function app.${side}_added() returns trigger language plpgsql as $$
begin
  if exists (${lines('after')}) then
    insert into app.${side} (${columns}) ${lines('after')};
  end if;
  return null;
end $$;
create trigger ${side}_added after insert on app.${record} referencing new table as after
  for each statement execute function app.${side}_added();
create function app.${side}_followed() returns trigger language plpgsql ${BY_KEY} as $$
begin
  if exists (${gone}) then
    delete from app.${side} s using (${gone}) g where ${isLine};
  end if;
  if exists (${come}) then
    insert into app.${side} (${columns}) ${come};
  end if;
  return null;
end $$;
create trigger ${side}_followed after update on app.${record}
  referencing old table as before new table as after
  for each statement execute function app.${side}_followed();
`;
}

const OPEN_REFERRALS = followed({
  record: 'referral',
  side: 'open_referral',
  columns: 'ml_id, person_id, unit_id, referral_id',
  lines: (rows) =>
    `select ml_id, person_id, unit_id, id from ${rows} where state in ('submitted', 'received')`,
  isLine: 's.ml_id = g.ml_id and s.person_id = g.person_id and s.referral_id = g.id',
});

const FILE_NUMBERS = followed({
  record: 'candidacy',
  side: 'unit_file_number',
  columns: 'unit_id, number, candidacy_id',
  lines: (rows) =>
    `select unit_id, unit_file_number, id from ${rows} where unit_file_number is not null`,
  isLine: 's.unit_id = g.unit_id and s.number = g.unit_file_number and s.candidacy_id = g.id',
});

const BY_STATEMENT_ENDS = `
drop trigger open_referral_added on app.referral;
drop trigger open_referral_followed on app.referral;
drop trigger unit_file_number_added on app.candidacy;
drop trigger unit_file_number_followed on app.candidacy;
drop function app.open_referral_added(), app.open_referral_followed(),
  app.unit_file_number_added(), app.unit_file_number_followed();
`;

const BY_ROW_BACK = `
create function app.keep_open_referral() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state in ('submitted', 'received') then
    delete from app.open_referral where ml_id = old.ml_id and person_id = old.person_id
      and referral_id = old.id;
  end if;
  if new.state in ('submitted', 'received') then
    insert into app.open_referral (ml_id, person_id, unit_id, referral_id)
      values (new.ml_id, new.person_id, new.unit_id, new.id);
  end if;
  return null;
end $$;
create trigger referral_opens after insert on app.referral for each row
  when (new.state in ('submitted', 'received')) execute function app.keep_open_referral();
create trigger referral_opens_or_ends after update on app.referral for each row
  when ((old.state in ('submitted', 'received')) is distinct from
        (new.state in ('submitted', 'received'))
    or (old.ml_id, old.person_id, old.unit_id) is distinct from (new.ml_id, new.person_id, new.unit_id))
  execute function app.keep_open_referral();
create function app.keep_file_number() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.unit_file_number is not null then
    delete from app.unit_file_number where unit_id = old.unit_id and number = old.unit_file_number
      and candidacy_id = old.id;
  end if;
  if new.unit_file_number is not null then
    insert into app.unit_file_number (unit_id, number, candidacy_id)
      values (new.unit_id, new.unit_file_number, new.id);
  end if;
  return null;
end $$;
create trigger candidacy_numbered after insert on app.candidacy for each row
  when (new.unit_file_number is not null) execute function app.keep_file_number();
create trigger candidacy_renumbered after update on app.candidacy for each row
  when (old.unit_file_number is distinct from new.unit_file_number or old.unit_id is distinct from new.unit_id)
  execute function app.keep_file_number();
`;
