import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * Transfers of a return to another mission locale (ADR 0033): what one proposes and another decides, what
 * it is decided on, its history, and the return that goes on elsewhere once it is accepted.
 */
export class ReturnTransfers1760000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [EPISODES, TRANSFERS, PARTS, HISTORY]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table app.return_transfer_transition, app.return_transfer_part, app.return_transfer',
    );
    await runner.query(BACK);
  }
}

// A return that went on elsewhere has no place in the tables of before: it was acknowledged, and goes.
const BACK = `
alter table app.return_episode no force row level security;
alter table app.return_transition no force row level security;
alter table app.return_read_mark no force row level security;
delete from app.return_read_mark t using app.return_episode r
  where r.id = t.episode_id and r.predecessor_id is not null;
delete from app.return_transition t using app.return_episode r
  where r.id = t.episode_id and r.predecessor_id is not null;
delete from app.return_episode where predecessor_id is not null;
update app.return_episode set state = 'cancelled' where state = 'transferred';
alter table app.return_read_mark force row level security;
alter table app.return_transition force row level security;
alter table app.return_episode force row level security;
alter table app.return_episode
  drop constraint return_volunteer_both,
  drop constraint return_state,
  drop constraint return_due,
  drop column predecessor_id,
  drop column referring_ml_id,
  add constraint return_state
    check (state in ('prepared', 'open', 'acknowledged', 'closed', 'cancelled')),
  add constraint return_due check ((due_on is null) = (state in ('closed', 'cancelled'))),
  add constraint return_volunteer_both foreign key (unit_id, volunteer_id, ml_id)
    references app.volunteer (unit_id, id, ml_id);
`;

// The mission locale of the service stays tied to it; a return that goes on elsewhere is tied to the one
// it goes on from, whose service it is.
const EPISODES = `
alter table app.return_episode
  add column predecessor_id uuid,
  add column referring_ml_id uuid;
alter table app.return_episode no force row level security;
update app.return_episode set referring_ml_id = ml_id;
alter table app.return_episode force row level security;
alter table app.return_episode
  drop constraint return_volunteer_both,
  drop constraint return_state,
  drop constraint return_due,
  add constraint return_state
    check (state in ('prepared', 'open', 'acknowledged', 'closed', 'cancelled', 'transferred')),
  add constraint return_due
    check ((due_on is null) = (state in ('closed', 'cancelled', 'transferred'))),
  add constraint return_volunteer_both foreign key (unit_id, volunteer_id, referring_ml_id)
    references app.volunteer (unit_id, id, ml_id),
  add constraint return_predecessor foreign key (unit_id, predecessor_id)
    references app.return_episode (unit_id, id),
  add constraint return_referred check (case when predecessor_id is null
    then referring_ml_id is not distinct from ml_id else referring_ml_id is null end);
create unique index return_successor on app.return_episode (unit_id, predecessor_id)
  where predecessor_id is not null;
`;

// Each proposes for itself alone; both sides read and answer.
const OF_EITHER = 'ml_id = app.current_org() or to_ml_id = app.current_org()';

// Whose transfer it is never changes. It holds codes and days: of whom it speaks is in its parts.
const TRANSFERS = `
create table app.return_transfer (
  id uuid primary key,
  unit_id uuid not null constraint return_transfer_unit references app.organisation (id),
  ml_id uuid constraint return_transfer_ml references app.organisation (id),
  to_ml_id uuid not null constraint return_transfer_to references app.organisation (id),
  episode_id uuid not null,
  person_id uuid not null,
  reason text not null,
  state text not null,
  refusal text,
  cause text,
  ends_on date not null,
  proposed_on date not null,
  due_on date not null,
  accepted_person_id uuid,
  successor_id uuid,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz not null default now(),
  constraint return_transfer_in_unit unique (unit_id, id),
  constraint return_transfer_state check (state in
    ('proposed', 'accepted', 'completed', 'refused', 'withdrawn', 'lapsed')),
  constraint return_transfer_elsewhere check (to_ml_id is distinct from ml_id),
  constraint return_transfer_refused check ((refusal is not null) = (state = 'refused')),
  constraint return_transfer_completed check ((successor_id is not null) = (state = 'completed')),
  constraint return_transfer_accepted check (state <> 'completed'
    or accepted_person_id is not null),
  constraint return_transfer_episode foreign key (unit_id, episode_id)
    references app.return_episode (unit_id, id),
  constraint return_transfer_episode_both foreign key (unit_id, episode_id, ml_id)
    references app.return_episode (unit_id, id, ml_id),
  constraint return_transfer_successor foreign key (unit_id, successor_id, to_ml_id)
    references app.return_episode (unit_id, id, ml_id),
  constraint return_transfer_person foreign key (to_ml_id, accepted_person_id)
    references app.young_person (org_id, id)
);
create unique index return_transfer_pending on app.return_transfer (unit_id, episode_id)
  where state in ('proposed', 'accepted');
create index return_transfer_of on app.return_transfer (episode_id, created_at);
create index return_transfer_from on app.return_transfer (ml_id, created_at desc, id desc);
create index return_transfer_received on app.return_transfer (to_ml_id, created_at desc, id desc);
create index return_transfer_followed on app.return_transfer (successor_id)
  where successor_id is not null;
${protect('return_transfer', [
  {
    role: 'passerelle_unit',
    privileges: `select, insert, update (state, cause, ends_on, successor_id, version, updated_at)`,
    using: 'unit_id = app.current_org()',
  },
  {
    role: 'passerelle_mission_locale',
    privileges: `select, insert, update (state, refusal, accepted_person_id, version, updated_at)`,
    check: 'ml_id = app.current_org()',
  },
])};
create policy return_transfer_mission_locale_reads on app.return_transfer for select
  to passerelle_mission_locale using (${OF_EITHER});
create policy return_transfer_mission_locale_answers on app.return_transfer for update
  to passerelle_mission_locale using (${OF_EITHER});
`;

const OF_TRANSFER = 'select from app.return_transfer t where t.id = transfer_id';

/** Who is asked reads what it decides on while it is asked; the rest once it has accepted; after no, nothing. */
const ASKED = `exists (${OF_TRANSFER} and t.to_ml_id = app.current_org()
  and (t.state in ('accepted', 'completed') or (t.state = 'proposed' and kind = 'identity')))`;

// A unit reads what it says itself of the service, and of a person only whom it attaches.
const OF_UNIT = `exists (${OF_TRANSFER} and t.unit_id = app.current_org()
  and (t.ml_id is null or kind = 'service'))`;

const PARTS = `
create table app.return_transfer_part (
  unit_id uuid not null,
  transfer_id uuid not null,
  kind text not null constraint return_transfer_part_kind
    check (kind in ('identity', 'person', 'service')),
  content jsonb not null,
  constraint return_transfer_part_pkey primary key (transfer_id, kind),
  constraint return_transfer_part_of foreign key (unit_id, transfer_id)
    references app.return_transfer (unit_id, id)
);
${protect('return_transfer_part', [
  { role: 'passerelle_unit', privileges: 'select, insert, update (content)', using: OF_UNIT },
  {
    role: 'passerelle_mission_locale',
    privileges: 'select, insert',
    using: `exists (${OF_TRANSFER} and t.ml_id = app.current_org()) or ${ASKED}`,
    check: `exists (${OF_TRANSFER} and t.ml_id = app.current_org())`,
  },
])};
`;

const HISTORY = `
create table app.return_transfer_transition (
  id uuid primary key default gen_random_uuid(),
  unit_id uuid not null,
  transfer_id uuid not null,
  command text not null,
  from_state text,
  to_state text not null,
  effective_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  actor_type text not null,
  actor_id text not null,
  acting_role text not null,
  organisation_id uuid,
  channel text not null,
  file_id uuid,
  file_line int,
  constraint return_transfer_transition_of foreign key (unit_id, transfer_id)
    references app.return_transfer (unit_id, id)
);
create index return_transfer_transition_at
  on app.return_transfer_transition (transfer_id, recorded_at);
${protect('return_transfer_transition', [
  { role: 'passerelle_unit', privileges: 'select, insert', using: `exists (${OF_TRANSFER})` },
  {
    role: 'passerelle_mission_locale',
    privileges: 'select, insert',
    using: `exists (${OF_TRANSFER})`,
  },
])};
`;
