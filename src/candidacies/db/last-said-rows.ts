import type { LocalDate } from '../../kernel/index.js';
import type { LastSaid } from '../use-cases/ports.js';

/** A row of `LAST_SAID`. */
export interface LastSaidRow {
  at: number;
  id: string;
  ml_id: string | null;
  version: number;
  as_of_on: LocalDate | null;
  as_of_sequence: number | null;
  as_of_line: number | null;
  said_mark: string;
  person_id: string;
  person_version: number;
  referral_id: string | null;
  named_id: string | null;
  referred_on: LocalDate | null;
}

/**
 * The marked records of a unit by their keys, each by its index. A person of whom a human said something,
 * even withdrawn since, is left to the judgement of identities.
 */
export const LAST_SAID = `select (k.at - 1)::int as at, c.id, c.ml_id, c.version, c.as_of_on,
    c.as_of_sequence, c.as_of_line, c.said_mark, c.person_id, p.version as person_version,
    c.referral_id, r.id as named_id, r.referred_on
  from unnest($2::text[], $3::text[]) with ordinality k(number, reference, at)
  cross join lateral (select n.candidacy_id from app.unit_file_number n
    where n.unit_id = $1 and n.number = k.number offset 0) n
  cross join lateral (select * from app.candidacy t
    where t.id = n.candidacy_id and t.said_mark is not null offset 0) c
  cross join lateral (select y.version from app.young_person y where y.id = c.person_id offset 0) p
  left join lateral (select f.id, f.referred_on from app.referral f
    where f.reference = k.reference offset 0) r on true
  where c.person_id not in (select v.person_id from app.identity_verdict v where v.org_id = $1)`;

/** What was said last of the record of a row. */
export function toLastSaid(row: LastSaidRow): LastSaid {
  return {
    at: row.at,
    candidacyId: row.id,
    missionLocaleId: row.ml_id,
    version: row.version,
    asOf: row.as_of_on && {
      on: row.as_of_on,
      sequence: row.as_of_sequence ?? 0,
      line: row.as_of_line ?? 0,
    },
    mark: row.said_mark,
    personId: row.person_id,
    personVersion: row.person_version,
    referralId: row.referral_id,
    namedReferralId: row.named_id,
    referredOn: row.referred_on,
  };
}
