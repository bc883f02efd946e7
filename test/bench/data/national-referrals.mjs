import { machineToken } from './machine-token.mjs';
import { fillPeople } from './people.mjs';
import { fillReferrals } from './referrals.mjs';
import { fillRegister } from './register.mjs';

/**
 * A database with the national register and `rows` referrals, and a token of one mission locale and
 * of one unit: `{ database, missionLocale, unit }`, each `{ id, code, token, referrals }`, `referrals`
 * being ids of some of its own.
 */
export async function nationalReferrals(stage) {
  const database = await stage.database();
  stage.say('registre national, personnes et orientations…');
  const register = await fillRegister(database);
  await fillPeople(database, stage.rows, register.missionsLocales);
  await fillReferrals(database, stage.rows, register);
  return {
    database,
    missionLocale: await actor(database, register.missionsLocales[1], 'mission-locale', 'ml_id'),
    unit: await actor(database, register.units[0], 'unit', 'unit_id'),
  };
}

async function actor(database, organisation, kind, column) {
  const { rows } = await database.owner.query(
    `select id from app.referral where ${column} = $1 order by id limit 20000`,
    [organisation.id],
  );
  const token = await machineToken(database, organisation, kind);
  return { ...organisation, token, referrals: rows.map(({ id }) => id) };
}
