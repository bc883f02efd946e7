import type { LocalDate } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import type { Attached, PastAct } from '../use-cases/ports.js';

const HISTORY = `
select c.act_id as "actId", max(c.recorded_at) as at, max(c.actor_type) as "actorType",
  max(c.acting_role) as role, max(a.display_name) as name,
  jsonb_agg(jsonb_build_object('field', c.field, 'before', c.before, 'after', c.after)) as changes
from app.register_change c left join app.account a on a.id::text = c.actor_id
where c.organisation_id = $1
group by c.act_id order by at desc, c.act_id limit 50`;

/** The latest acts on an organisation. */
export async function historyOf(organisationId: string): Promise<readonly PastAct[]> {
  const rows: PastAct[] = await currentManager().query(HISTORY, [organisationId]);
  return rows;
}

const IN_FORCE = 'valid_from <= $2 and (valid_to is null or valid_to >= $2)';

const ATTACHED = `
select
  (select count(distinct m.account_id)::int from app.membership m
   join app.account a on a.id = m.account_id and a.state = 'active'
   where m.organisation_id = $1 and ${IN_FORCE}) as accounts,
  (select count(*)::int from app.machine_client
   where organisation_id = $1 and state = 'active') as clients,
  (select count(distinct commune_code)::int from app.coverage
   where mission_locale_id = $1 and ${IN_FORCE}) as communes,
  (select count(*)::int from app.convention
   where (mission_locale_id = $1 or unit_id = $1) and ${IN_FORCE}) as conventions`;

/** How much hangs on an organisation on a day. */
export async function attachedTo(organisationId: string, on: LocalDate): Promise<Attached> {
  const [row]: Attached[] = await currentManager().query(ATTACHED, [organisationId, on]);
  return row ?? { accounts: 0, clients: 0, communes: 0, conventions: 0 };
}
