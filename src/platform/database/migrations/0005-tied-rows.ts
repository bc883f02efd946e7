import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A row that ties two organisations names the same two as the row it belongs to, and a side writes
 * only what is its own to say: the database refuses the rest even when the code is wrong (SEC-14).
 */
export class TiedRows1760000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [REFERRAL_SIDES, CANDIDACY_SIDES, RIGHTS, MISSION_LOCALE_SIDE, UNIT_SIDE]) {
      await runner.query(sql);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of [WIDER_SIGHT, WIDER_RIGHTS, LOOSER_KEYS]) await runner.query(sql);
  }
}

const REFERRAL_SIDES = `
alter table app.candidacy drop constraint candidacy_of_referral;
alter table app.referral_transition drop constraint referral_transition_referral;
alter table app.referral drop constraint referral_in_ml,
  add constraint referral_in_ml unique (ml_id, id, unit_id);
alter table app.candidacy
  add constraint candidacy_of_referral foreign key (ml_id, referral_id, unit_id)
    references app.referral (ml_id, id, unit_id),
  add constraint candidacy_sides check ((ml_id is null) = (referral_id is null)
    and person_org_id = coalesce(ml_id, unit_id));
alter table app.referral_transition
  add constraint referral_transition_referral foreign key (ml_id, referral_id, unit_id)
    references app.referral (ml_id, id, unit_id);
`;

// The key without mission locale stays: it holds for those who applied directly.
const CANDIDACY_SIDES = `
alter table app.candidacy add constraint candidacy_of_both unique (unit_id, id, ml_id);
alter table app.candidacy_transition
  add constraint candidacy_transition_both foreign key (unit_id, candidacy_id, ml_id)
    references app.candidacy (unit_id, id, ml_id);
alter table app.medical_conclusion
  add constraint medical_conclusion_both foreign key (unit_id, candidacy_id, ml_id)
    references app.candidacy (unit_id, id, ml_id);
`;

// Whose row it is never changes; neither does the identity a unit was given. The date of a record
// ties it to nobody: the demonstration sets it, so that its lists show the latest first.
const RIGHTS = `
revoke update on app.referral from passerelle_mission_locale;
grant update (state, volunteer_type, track_wish, diploma_level, support, cej_starts_on, cej_ends_on,
  prerequisites, informed_on, notice_version, referent_mailbox, referred_on, submitted_at,
  outcome_code, outcome_decided_on, outcome_reexamination_on, adviser_id, as_of_on, as_of_sequence,
  as_of_line, version, created_at, updated_at) on app.referral to passerelle_mission_locale;
revoke update on app.candidacy from passerelle_unit;
grant update (state, state_on, unit_file_number, acknowledged_on, convoked_on, outcome_code,
  decided_on, reexamination_on, assessed_level, planned_incorporation_on, contingent, as_of_on,
  as_of_sequence, as_of_line, version, created_at, updated_at) on app.candidacy to passerelle_unit;
revoke update on app.young_person from passerelle_unit;
grant update (phone, email, street, address_complement, postal_code, commune_code,
  priority_district, imilo_id, version, updated_at) on app.young_person to passerelle_unit;
`;

const MISSION_LOCALE_SIDE = `
drop policy candidacy_mission_locale on app.candidacy;
create policy candidacy_mission_locale on app.candidacy for select to passerelle_mission_locale
  using (ml_id = app.current_org());
create policy candidacy_mission_locale_opens on app.candidacy for insert to passerelle_mission_locale
  with check (ml_id = app.current_org() and state = 'received' and outcome_code is null);
create policy candidacy_mission_locale_closes on app.candidacy for update to passerelle_mission_locale
  using (ml_id = app.current_org()) with check (ml_id = app.current_org() and state = 'closed');
`;

// What was never sent stays unknown, whatever became of it since: a draft may be withdrawn.
const UNIT_SIDE = `
drop policy referral_unit on app.referral;
create policy referral_unit on app.referral to passerelle_unit
  using (unit_id = app.current_org() and submitted_at is not null);
drop index app.referral_of_unit;
create index referral_of_unit on app.referral (unit_id, created_at desc, id desc)
  where submitted_at is not null;
drop policy referral_transition_unit on app.referral_transition;
create policy referral_transition_unit on app.referral_transition to passerelle_unit
  using (unit_id = app.current_org()
    and exists (select from app.referral r where r.id = referral_transition.referral_id));
`;

const WIDER_SIGHT = `
drop policy referral_transition_unit on app.referral_transition;
create policy referral_transition_unit on app.referral_transition to passerelle_unit
  using (unit_id = app.current_org());
drop index app.referral_of_unit;
create index referral_of_unit on app.referral (unit_id, created_at desc, id desc)
  where state <> 'draft';
drop policy referral_unit on app.referral;
create policy referral_unit on app.referral to passerelle_unit
  using (unit_id = app.current_org() and state <> 'draft');
`;

const WIDER_RIGHTS = `
drop policy candidacy_mission_locale_opens on app.candidacy;
drop policy candidacy_mission_locale_closes on app.candidacy;
drop policy candidacy_mission_locale on app.candidacy;
create policy candidacy_mission_locale on app.candidacy to passerelle_mission_locale
  using (ml_id = app.current_org());
grant update on app.young_person, app.candidacy to passerelle_unit;
grant update on app.referral to passerelle_mission_locale;
`;

const LOOSER_KEYS = `
alter table app.medical_conclusion drop constraint medical_conclusion_both;
alter table app.candidacy_transition drop constraint candidacy_transition_both;
alter table app.candidacy drop constraint candidacy_of_both, drop constraint candidacy_sides,
  drop constraint candidacy_of_referral;
alter table app.referral_transition drop constraint referral_transition_referral;
alter table app.referral drop constraint referral_in_ml,
  add constraint referral_in_ml unique (ml_id, id);
alter table app.candidacy add constraint candidacy_of_referral foreign key (ml_id, referral_id)
  references app.referral (ml_id, id);
alter table app.referral_transition add constraint referral_transition_referral
  foreign key (ml_id, referral_id) references app.referral (ml_id, id);
`;
