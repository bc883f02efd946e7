import { traitKeys } from '../../../dist/people/index.js';
import { secondsOf } from './figures.mjs';

/**
 * Seconds of the exact pass by itself: one join on day of birth, surname and first name of rows that
 * are in a table already, without row-level scope, and what it finds counted rather than sent.
 */
export async function exactPass({ owner }, organisation, rows) {
  const keys = rows.map(({ identity }) => ({
    birth_date: identity.birthDate,
    ...traitKeys(identity),
  }));
  await owner.query(
    `create temporary table described as
     select * from jsonb_to_recordset($1::jsonb) as r(birth_date text, "nameKey" text, "firstNameKey" text)`,
    [JSON.stringify(keys)],
  );
  await owner.query('analyze described');
  const seconds = await secondsOf(() =>
    owner.query(
      `select count(y.id) from described r join app.young_person y on y.org_id = $1
         and y.birth_date = r.birth_date and y.name_key = r."nameKey"
         and y.first_name_key = r."firstNameKey"`,
      [organisation.id],
    ),
  );
  await owner.query('drop table described');
  return seconds;
}
