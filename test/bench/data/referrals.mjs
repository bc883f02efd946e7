import { referralReference } from '../../../dist/kernel/index.js';
import { inBulk } from './bulk.mjs';

const PER_STATEMENT = 50_000;
const TABLES = ['app.referral', 'app.candidacy', 'app.person_share'];

/** Id and reference of referral n (from 1), the same at every run; references have a right check. */
export function referenceOf(n) {
  return referralReference(2026, n.toString(36).toUpperCase().padStart(8, '0'));
}

/**
 * One referral per person of `fillPeople`, spread over the units, two years long; nine in ten are
 * submitted or received (with their candidacy), the rest decided.
 */
export async function fillReferrals({ owner }, count, { missionsLocales, units }) {
  await inBulk(owner, TABLES, async () => {
    for (let first = 1; first <= count; first += PER_STATEMENT) {
      await insertReferrals(owner, first, Math.min(count, first + PER_STATEMENT - 1), [
        missionsLocales.map(({ id }) => id),
        units.map(({ id }) => id),
      ]);
    }
    await owner.query(CANDIDACIES);
    await owner.query(SHARES);
  });
}

async function insertReferrals(owner, first, last, organisations) {
  const references = Array.from({ length: last - first + 1 }, (_, index) =>
    referenceOf(first + index),
  );
  await owner.query(
    `insert into app.referral (id, ml_id, unit_id, person_id, reference, state, volunteer_type,
       diploma_level, support, prerequisites, informed_on, notice_version, referred_on,
       submitted_at, outcome_code, outcome_decided_on, created_at)
     select md5('referral ' || n)::uuid, ($1::uuid[])[1 + n % cardinality($1::uuid[])],
       ($2::uuid[])[1 + (n / 7) % cardinality($2::uuid[])], md5('person ' || n)::uuid, reference,
       case n % 10 when 0 then 'decided' when 1 then 'submitted' else 'received' end,
       'VS', 'INFRA3_VBIS', 'AUCUN', '{JDC_A_JOUR}', at::date, '1', at::date, at,
       case n % 10 when 0 then 'APTE_RETENU' end, case n % 10 when 0 then at::date + 20 end, at
     from (select $3::bigint + o - 1 as n, reference,
         timestamptz '2024-10-01' + ((($3::bigint + o) * 7919) % 63072000) * interval '1 second' as at
       from unnest($4::text[]) with ordinality as t(reference, o)) g`,
    [...organisations, first, references],
  );
}

const CANDIDACIES = `
insert into app.candidacy (id, unit_id, ml_id, referral_id, person_org_id, person_id, origin, state,
  state_on, acknowledged_on, outcome_code, decided_on, created_at)
select md5('candidacy ' || id)::uuid, unit_id, ml_id, id, ml_id, person_id, 'ML',
  case state when 'decided' then 'decided' else 'received' end, referred_on, referred_on,
  outcome_code, outcome_decided_on, created_at
from app.referral where state in ('received', 'decided')`;

const SHARES = `
insert into app.person_share (org_id, owner_org_id, person_id, valid_from)
select unit_id, ml_id, person_id, referred_on from app.referral`;
