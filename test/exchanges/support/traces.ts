import type { Emitters, Report, Somebody } from './emitters.js';

const IDS = `with one as (
    select c.id as candidacy_id, c.referral_id, c.person_id from app.candidacy c
    join app.referral r on r.id = c.referral_id where r.reference = $1),
  service as (select v.* from app.volunteer v join one on one.candidacy_id = v.candidacy_id),
  comeback as (select e.* from app.return_episode e join service on service.id = e.volunteer_id),
  contract as (select k.* from app.cej_contract k join one on one.person_id = k.person_id),
  ids as (select id from service union select id from comeback union select id from contract
    union select candidacy_id from one union select referral_id from one)`;

/** What the service keeps of somebody: records, histories, conclusions and events, the audit apart. */
export async function traceOf(partners: Emitters, { reference }: Somebody): Promise<unknown> {
  const [found] = await partners.look(
    `${IDS} select
       (select jsonb_agg(to_jsonb(s) order by s.id) from service s) as services,
       (select jsonb_agg(to_jsonb(h) order by h.recorded_at, h.id) from app.volunteer_transition h
         where h.volunteer_id in (select id from ids)) as service_history,
       (select jsonb_agg(to_jsonb(e) order by e.id) from comeback e) as returns,
       (select jsonb_agg(to_jsonb(h) order by h.recorded_at, h.id) from app.return_transition h
         where h.episode_id in (select id from ids)) as return_history,
       (select jsonb_agg(to_jsonb(k) order by k.id) from contract k) as contracts,
       (select jsonb_agg(to_jsonb(m) order by m.contract_id) from app.cej_contract_motive m
         where m.contract_id in (select id from ids)) as motives,
       (select jsonb_agg(to_jsonb(h) order by h.recorded_at, h.id) from app.cej_contract_transition h
         where h.contract_id in (select id from ids)) as contract_history,
       (select count(*)::int from app.medical_conclusion m join one using (candidacy_id)) as sealed,
       (select count(*)::int from app.outbox_message o
         where o.subject_id in (select id::text from ids)) as events`,
    reference,
  );
  return found;
}

/** The code of the only row of a file, or `stale` when something more recent was known. */
export function fateOf({ compteurs, said }: Report): string {
  if (compteurs['perimees'] === 1) return 'stale';
  return compteurs['rejetees'] === 1 ? (said[0]?.split(' ')[1] ?? 'no code') : 'taken';
}
