import { inBulk } from './bulk.mjs';

/**
 * A service for one file in five: four in ten are under way, the rest are over with a solution; one in a
 * hundred of those under way ends within the month, and its return is still to be prepared.
 */
export async function fillServices({ owner }) {
  await inBulk(owner, ['app.volunteer'], async () => {
    await owner.query(SERVICES);
  });
}

const SERVICES = `
insert into app.volunteer (id, unit_id, ml_id, candidacy_id, referral_id, person_org_id, person_id,
  volunteer_type, track, state, state_on, incorporated_on, planned_end_on, exited_on, is_exit_announced,
  exit_reason, exit_situation, wants_support)
select md5('service ' || s.n)::uuid, unit_id, ml_id, id, referral_id, person_org_id, person_id, 'VS',
  'CUISINE', case when s.serves then 'in-service' else 'exited' end, current_date - 200,
  current_date - 200, case when s.n % 1000 < 4 then current_date + 20 else current_date + 150 end,
  case when not s.serves then current_date - 10 end, case when not s.serves then false end,
  case when not s.serves then 'FIN_CONTRAT' end, case when not s.serves then 'CDI' end,
  case when not s.serves then false end
from (select c.*, c.n % 10 < 4 as serves from (
  select *, row_number() over (order by id) as n from app.candidacy
  where state = 'decided' or hashtext(id::text) % 9 = 0) c) s`;
