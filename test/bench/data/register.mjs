import { SHIPPED_ORGANISATIONS } from '../../../dist/organisations/reference/shipped-organisations.js';

/** France's missions locales. */
const MISSIONS_LOCALES = 436;

import { DUTIES } from '../../../dist/organisations/domain/convention.js';

/**
 * The whole national register: the organisations shipped with the project, missions locales of
 * invention up to 436 (`90001S00`…), and a convention of every mission locale with every unit.
 *
 * @returns {Promise<{ missionsLocales: { id: string, code: string }[], units: { id: string, code: string }[] }>}
 */
export async function fillRegister({ owner }) {
  await owner.query(
    `insert into app.organisation (id, code, kind, scheme, name, usual_name, territory, time_zone,
       department, siret, valid_from, valid_to)
     select * from jsonb_to_recordset($1) as r(id uuid, code text, kind text, scheme text, name text,
       usual_name text, territory text, time_zone text, department text, siret text,
       valid_from date, valid_to date)`,
    [JSON.stringify(SHIPPED_ORGANISATIONS.map(rowOf))],
  );
  const shipped = SHIPPED_ORGANISATIONS.filter(({ kind }) => kind === 'mission-locale').length;
  await owner.query(
    `insert into app.organisation (id, code, kind, name, usual_name, territory, time_zone,
       department, valid_from)
     select md5('mission-locale ' || n)::uuid, lpad((90000 + n)::text, 5, '0') || 'S00',
       'mission-locale', 'ML ' || n, 'Mission locale n° ' || n, 'HEXAGONE', 'Europe/Paris', '75',
       '2020-01-01'
     from generate_series(1, $1::int) n`,
    [MISSIONS_LOCALES - shipped],
  );
  await owner.query(
    `insert into app.convention (id, mission_locale_id, unit_id, valid_from, duties)
     select gen_random_uuid(), m.id, u.id, '2020-01-01', $1::text[]
     from app.organisation m cross join app.organisation u
     where m.kind = 'mission-locale' and u.kind = 'unit'`,
    [DUTIES],
  );
  return {
    missionsLocales: await organisationsOf(owner, 'mission-locale'),
    units: await organisationsOf(owner, 'unit'),
  };
}

function rowOf(organisation) {
  return {
    ...organisation,
    usual_name: organisation.usualName,
    time_zone: organisation.timeZone,
    valid_from: organisation.validFrom,
    valid_to: organisation.validTo,
  };
}

async function organisationsOf(owner, kind) {
  const { rows } = await owner.query(
    'select id, code from app.organisation where kind = $1 order by code',
    [kind],
  );
  return rows;
}
