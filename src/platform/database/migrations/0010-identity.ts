import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OWN, protect, type Policy } from './row-level-security.js';

/** What humans said of identities, files said to be one person, and the indexes of blocking. */
export class Identity1760000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [VERDICTS, MERGES, BLOCKING]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(UNBLOCKED);
    await runner.query('drop table app.person_merge, app.identity_verdict');
  }
}

function partners(privileges: string): Policy[] {
  return (['passerelle_mission_locale', 'passerelle_unit'] as const).map((role) => ({
    role,
    privileges,
    using: OWN,
  }));
}

// No key to the person: a unit judges people it was shown, whose file is another organisation's.
const VERDICTS = `
create table app.identity_verdict (
  id uuid primary key,
  org_id uuid not null constraint identity_verdict_org references app.organisation (id),
  person_id uuid not null,
  identity_key text not null,
  says text not null constraint identity_verdict_says check (says in ('same', 'different')),
  review_id uuid not null,
  said_by text not null,
  said_at timestamptz not null default now(),
  withdrawn_by text,
  withdrawn_at timestamptz
);
create unique index identity_verdict_pair on app.identity_verdict (org_id, person_id, identity_key)
  where withdrawn_at is null;
create index identity_verdict_review on app.identity_verdict (review_id);
${protect('identity_verdict', partners('select, insert, update (says, review_id, said_by, said_at, withdrawn_by, withdrawn_at)'))};
`;

// Two people are needed: the database holds the rule even when the code is wrong.
const MERGES = `
create table app.person_merge (
  id uuid primary key,
  org_id uuid not null constraint person_merge_org references app.organisation (id),
  kept_id uuid not null,
  merged_id uuid not null,
  state text not null constraint person_merge_state
    check (state in ('proposed', 'confirmed', 'refused', 'undone')),
  proposed_by text not null,
  proposed_at timestamptz(3) not null default now(),
  decided_by text,
  decided_at timestamptz,
  undone_by text,
  undone_at timestamptz,
  constraint person_merge_pair check (kept_id <> merged_id),
  constraint person_merge_two_people check (decided_by <> proposed_by),
  constraint person_merge_decided check (state = 'proposed' or decided_by is not null),
  constraint person_merge_kept foreign key (org_id, kept_id) references app.young_person (org_id, id),
  constraint person_merge_merged foreign key (org_id, merged_id) references app.young_person (org_id, id)
);
create unique index person_merge_pointer on app.person_merge (org_id, merged_id)
  where state in ('proposed', 'confirmed');
create index person_merge_of_kept on app.person_merge (org_id, kept_id) where state = 'confirmed';
create index person_merge_list on app.person_merge (org_id, proposed_at desc, id desc);
${protect('person_merge', partners('select, insert, update (state, decided_by, decided_at, undone_by, undone_at)'))};
`;

// B1, B3 and B4 read the people born that day, in the index alone; B2 and B5 have their own.
const BLOCKING = `
alter table app.young_person add column name_sound text not null default '';
drop index app.young_person_traits;
create index young_person_traits on app.young_person (org_id, birth_date, name_key, first_name_key,
  birth_place_code) include (id);
create index young_person_names on app.young_person (org_id, name_key, first_name_key, birth_date)
  include (id);
create index young_person_sound on app.young_person (org_id, name_sound, sex, birth_date) include (id)
  where name_sound <> '';
`;

const UNBLOCKED = `
drop index app.young_person_sound, app.young_person_names, app.young_person_traits;
create index young_person_traits on app.young_person (org_id, birth_date, name_key, first_name_key);
alter table app.young_person drop column name_sound;
`;
