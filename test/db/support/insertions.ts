// What an attacker would write, as statements of the application's own connection.

/** Values: organisation, i-milo number. */
export const PERSON = `insert into app.young_person
  (id, org_id, birth_name, first_names, birth_date, name_key, first_name_key, imilo_id)
  values (gen_random_uuid(), $1, 'X', '{}', '2005-01-01', 'X', 'X', $2)`;

/** Values: mission locale, unit, person, reference. */
export const REFERRAL = `insert into app.referral (id, ml_id, unit_id, person_id, reference, state,
  volunteer_type, diploma_level, support, prerequisites, informed_on, notice_version)
  values (gen_random_uuid(), $1, $2, $3, $4, 'draft', 'VS', 'N3', 'CEJ', '{}', '2026-11-20', '1')`;

/** Values: unit, mission locale, referral, owner of the person, person, file number. */
export const CANDIDACY = `insert into app.candidacy (id, unit_id, ml_id, referral_id, person_org_id, person_id,
  origin, state, state_on, unit_file_number)
  values (gen_random_uuid(), $1, $2, $3, $4, $5, 'ML', 'received', '2026-11-20', $6)`;

/** Values: recipient, owner, person. */
export const SHARE = `insert into app.person_share (org_id, owner_org_id, person_id, valid_from)
  values ($1, $2, $3, '2026-11-20')`;

/** Values: referral, mission locale, unit. */
export const REFERRAL_LINE = `insert into app.referral_transition (referral_id, ml_id, unit_id, command, to_state,
  effective_on, actor_type, actor_id, acting_role, channel)
  values ($1, $2, $3, 'x', 'x', '2026-11-20', 'x', 'x', 'x', 'x')`;

/** Values: candidacy, unit, mission locale. */
export const CANDIDACY_LINE = `insert into app.candidacy_transition (candidacy_id, unit_id, ml_id, command,
  to_state, effective_on, actor_type, actor_id, acting_role, channel)
  values ($1, $2, $3, 'x', 'x', '2026-11-20', 'x', 'x', 'x', 'x')`;

/** Values: unit, mission locale, candidacy. */
export const CONCLUSION = `insert into app.medical_conclusion
  (id, unit_id, ml_id, candidacy_id, key_version, sealed, recorded_by)
  values (gen_random_uuid(), $1, $2, $3, 1, '', 'x')`;
