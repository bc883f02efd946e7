import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * What a decision changes stands in no index of its record, so that PostgreSQL rewrites the record
 * where it is (HOT) and touches none of its eight indexes; histories and ledger know their parent by
 * one check a statement, not three a row (ADR 0021). Every guarantee stays.
 */
export class BulkWrites1760000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [ROOM, OPEN_REFERRALS, FILE_NUMBERS, PARENTS, AUDIT, CONSERVED])
      await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of [CONSERVED_BACK, AUDIT_BACK, PARENTS_BACK, SIDES_BACK])
      await runner.query(sql);
  }
}

// A page keeps room for the next version of each of its rows.
const ROOM = `
alter table app.referral set (fillfactor = 45);
alter table app.candidacy set (fillfactor = 45);
`;

// One open referral a person: the unit, which does not see the others, meets the key all the same.
const OPEN_REFERRALS = `
drop index app.referral_one_open;
create table app.open_referral (
  ml_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  referral_id uuid not null,
  constraint referral_one_open primary key (ml_id, person_id)
);
${protect('open_referral', [
  {
    role: 'passerelle_mission_locale',
    privileges: 'select, insert, delete',
    using: 'ml_id = app.current_org()',
  },
  {
    role: 'passerelle_unit',
    privileges: 'select, insert, delete',
    using: 'unit_id = app.current_org()',
  },
])};
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
insert into app.open_referral (ml_id, person_id, unit_id, referral_id)
  select ml_id, person_id, unit_id, id from app.referral where state in ('submitted', 'received');
create trigger referral_opens after insert on app.referral for each row
  when (new.state in ('submitted', 'received')) execute function app.keep_open_referral();
create trigger referral_opens_or_ends after update on app.referral for each row
  when ((old.state in ('submitted', 'received')) is distinct from
        (new.state in ('submitted', 'received'))
    or (old.ml_id, old.person_id, old.unit_id) is distinct from (new.ml_id, new.person_id, new.unit_id))
  execute function app.keep_open_referral();
`;

const FILE_NUMBERS = `
drop index app.candidacy_file_number;
create table app.unit_file_number (
  unit_id uuid not null,
  number text collate "C" not null,
  candidacy_id uuid not null,
  constraint candidacy_file_number primary key (unit_id, number)
);
${protect('unit_file_number', [
  {
    role: 'passerelle_unit',
    privileges: 'select, insert, delete',
    using: 'unit_id = app.current_org()',
  },
])};
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
insert into app.unit_file_number (unit_id, number, candidacy_id)
  select unit_id, unit_file_number, id from app.candidacy where unit_file_number is not null;
create trigger candidacy_numbered after insert on app.candidacy for each row
  when (new.unit_file_number is not null) execute function app.keep_file_number();
create trigger candidacy_renumbered after update on app.candidacy for each row
  when (old.unit_file_number is distinct from new.unit_file_number or old.unit_id is distinct from new.unit_id)
  execute function app.keep_file_number();
`;

/** Refuses added rows whose parent is not there, and the end of a parent that has some. */
function tied(child: string, parent: string, same: string, of: string): string {
  const refused = `raise foreign_key_violation using message = '${child}: no such ${parent}',
    constraint = '${child}_parent', table = '${child}'`;
  return `
create function app.${child}_has_parent() returns trigger language plpgsql
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
begin
  if exists (select from added n where not exists (select from app.${parent} p where ${same})) then
    ${refused};
  end if;
  return null;
end $$;
create trigger ${child}_parent after insert on app.${child} referencing new table as added
  for each statement execute function app.${child}_has_parent();
create function app.${parent}_keeps_${child}() returns trigger language plpgsql as $$
begin
  if exists (select from app.${child} where ${of} = old.id) then
    raise foreign_key_violation using message = '${parent}: has a ${child}',
      constraint = '${child}_parent', table = '${parent}';
  end if;
  return old;
end $$;
create trigger ${parent}_keeps_${child} before delete on app.${parent} for each row
  execute function app.${parent}_keeps_${child}();
`;
}

const PARENTS = `
alter table app.candidacy_transition drop constraint candidacy_transition_candidacy,
  drop constraint candidacy_transition_both;
alter table app.referral_transition drop constraint referral_transition_referral;
alter table app.exchange_row drop constraint exchange_row_file;
${tied(
  'candidacy_transition',
  'candidacy',
  'p.id = n.candidacy_id and p.unit_id = n.unit_id and p.ml_id is not distinct from n.ml_id',
  'candidacy_id',
)}
${tied(
  'referral_transition',
  'referral',
  'p.id = n.referral_id and p.unit_id = n.unit_id and p.ml_id = n.ml_id',
  'referral_id',
)}
${tied('exchange_row', 'exchange_file', 'p.id = n.file_id and p.org_id = n.org_id', 'file_id')}
`;

// The lines of a file are found by its rows; the others by what they speak of.
const AUDIT = `
drop index app.audit_event_resource;
create index audit_event_resource on app.audit_event (resource_type, resource_id)
  where file_line is null;
create index audit_event_file on app.audit_event using brin (file_id, file_line);
`;

// Lines read = fates told = rows recorded, by the database itself (exchange.md 7.e.8).
const CONSERVED = `
create function app.exchange_file_is_conserved() returns trigger language plpgsql as $$
begin
  if (new.rows_read, new.rows_applied, new.rows_unchanged, new.rows_in_review, new.rows_stale,
      new.rows_rejected) is distinct from
    (select (count(*)::int, (count(*) filter (where state = 'A'))::int,
      (count(*) filter (where state = 'I'))::int, (count(*) filter (where state = 'V'))::int,
      (count(*) filter (where state = 'P'))::int, (count(*) filter (where state = 'R'))::int)
     from app.exchange_row where file_id = new.id) then
    raise check_violation using message = 'exchange_file: its counters are not those of its rows',
      constraint = 'exchange_file_rows', table = 'exchange_file';
  end if;
  return null;
end $$;
create trigger exchange_file_rows after update on app.exchange_file for each row
  when (old.state = 'registered' and new.state in ('applied', 'rejected'))
  execute function app.exchange_file_is_conserved();
`;

const CONSERVED_BACK = `
drop trigger exchange_file_rows on app.exchange_file;
drop function app.exchange_file_is_conserved();
`;

const AUDIT_BACK = `
drop index app.audit_event_file, app.audit_event_resource;
create index audit_event_resource on app.audit_event (resource_type, resource_id);
`;

const PARENTS_BACK = `
${['candidacy_transition candidacy', 'referral_transition referral', 'exchange_row exchange_file']
  .map((pair) => pair.split(' '))
  .map(
    ([child, parent]) => `drop trigger ${child}_parent on app.${child};
drop trigger ${parent}_keeps_${child} on app.${parent};
drop function app.${child}_has_parent(), app.${parent}_keeps_${child}();`,
  )
  .join('\n')}
alter table app.exchange_row add constraint exchange_row_file
  foreign key (org_id, file_id) references app.exchange_file (org_id, id);
alter table app.referral_transition add constraint referral_transition_referral
  foreign key (ml_id, referral_id, unit_id) references app.referral (ml_id, id, unit_id);
alter table app.candidacy_transition
  add constraint candidacy_transition_candidacy foreign key (unit_id, candidacy_id)
    references app.candidacy (unit_id, id),
  add constraint candidacy_transition_both foreign key (unit_id, candidacy_id, ml_id)
    references app.candidacy (unit_id, id, ml_id);
`;

const SIDES_BACK = `
drop trigger candidacy_numbered on app.candidacy;
drop trigger candidacy_renumbered on app.candidacy;
drop trigger referral_opens on app.referral;
drop trigger referral_opens_or_ends on app.referral;
drop function app.keep_file_number(), app.keep_open_referral();
drop table app.unit_file_number, app.open_referral;
create unique index candidacy_file_number on app.candidacy (unit_id, unit_file_number)
  where unit_file_number is not null;
create unique index referral_one_open on app.referral (ml_id, person_id)
  where state in ('submitted', 'received');
alter table app.candidacy reset (fillfactor);
alter table app.referral reset (fillfactor);
`;
