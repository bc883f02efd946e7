import type { Client } from 'pg';

/** How much a busy year holds: 50,000 referrals of 40 missions locales to 10 units. */
export const BULK = { missionLocales: 40, units: 10, referrals: 50_000 } as const;

const HALF_SENT = `case when g % 10 = 0 then 'draft' else 'submitted' end`;

/** Fills the tables by SQL alone; ids are made from numbers so that they can be found again. */
export async function fillInBulk(owner: Client): Promise<void> {
  await owner.query(`
    create function pg_temp.id(kind text, n bigint) returns uuid language sql immutable
      as $$ select md5(kind || n)::uuid $$;
    insert into app.organisation (id, code, kind, name, usual_name, territory, time_zone, valid_from)
      select pg_temp.id('ml', n), 'ML-' || n, 'mission-locale', 'n', 'n', 'RE', 'Indian/Reunion', '2020-01-01'::date
      from generate_series(0, ${BULK.missionLocales - 1}) n
      union all
      select pg_temp.id('unit', n), 'U-' || n, 'unit', 'n', 'n', 'RE', 'Indian/Reunion', '2020-01-01'::date
      from generate_series(0, ${BULK.units - 1}) n;
    create temporary table bulk as select g, pg_temp.id('ml', g % ${BULK.missionLocales}) as ml,
      pg_temp.id('unit', (g / ${BULK.missionLocales}) % ${BULK.units}) as unit,
      pg_temp.id('person', g) as person, pg_temp.id('referral', g) as referral, ${HALF_SENT} as state,
      now() - make_interval(mins => g) as at from generate_series(1, ${BULK.referrals}) g;
    insert into app.young_person (id, org_id, birth_name, first_names, birth_date, name_key,
        first_name_key, imilo_id)
      select person, ml, 'N' || g, '{P}'::text[], '2005-01-01', 'N' || g, 'P', g::text from bulk;
    insert into app.referral (id, ml_id, unit_id, person_id, reference, state, volunteer_type,
        diploma_level, support, prerequisites, informed_on, notice_version, created_at,
        submitted_at)
      select referral, ml, unit, person, 'ORI-' || g, state, 'VS', 'N3', 'CEJ', '{}'::text[], '2026-11-20'::date, '1', at,
        case when state <> 'draft' then at end from bulk;
    insert into app.referral_transition (referral_id, ml_id, unit_id, command, to_state, effective_on,
        actor_type, actor_id, acting_role, channel)
      select referral, ml, unit, 'submit', 'submitted', '2026-11-20'::date, 'x', 'x', 'x', 'x' from bulk;
    insert into app.person_share (org_id, owner_org_id, person_id, valid_from)
      select unit, ml, person, '2026-01-01'::date from bulk where state <> 'draft';
    insert into app.candidacy (id, unit_id, ml_id, referral_id, person_org_id, person_id, origin,
        unit_file_number, state, state_on, created_at)
      select pg_temp.id('candidacy', g), unit, ml, referral, ml, person, 'ML', 'F-' || g, 'received',
        '2026-11-20'::date, at from bulk where state <> 'draft';
    insert into app.medical_conclusion (id, unit_id, ml_id, candidacy_id, key_version, sealed, recorded_by)
      select gen_random_uuid(), unit, ml, pg_temp.id('candidacy', g), 1, ''::bytea, 'x'
      from bulk where state <> 'draft' and g % 5 = 1;
    analyze;
  `);
}

/** The id `fillInBulk` gave to the nth record of a kind. */
export async function bulkId(owner: Client, kind: string, n: number): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('select md5($1)::uuid as id', [`${kind}${n}`]);
  return String(rows[0]?.id);
}
