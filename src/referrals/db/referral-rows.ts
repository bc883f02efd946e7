import type { AsOf, Instant, LocalDate } from '../../kernel/index.js';
import type {
  DiplomaLevel,
  Prerequisite,
  SupportScheme,
  VolunteerType,
} from '../domain/code-lists.js';
import type { Referral, ReferralState } from '../domain/referral.js';
import type { ReferralSummary } from '../use-cases/ports.js';

/** A row of `app.referral` as read. */
export type ReferralRow = {
  id: string;
  ml_id: string;
  unit_id: string;
  person_id: string;
  reference: string;
  state: ReferralState;
  volunteer_type: VolunteerType;
  track_wish: string | null;
  diploma_level: DiplomaLevel;
  support: SupportScheme;
  cej_starts_on: LocalDate | null;
  cej_ends_on: LocalDate | null;
  prerequisites: Prerequisite[];
  informed_on: LocalDate;
  notice_version: string;
  referent_mailbox: string | null;
  referred_on: LocalDate | null;
  submitted_at: Instant | null;
  outcome_code: string | null;
  outcome_decided_on: LocalDate | null;
  outcome_reexamination_on: LocalDate | null;
  adviser_id: string | null;
  as_of_on: LocalDate | null;
  as_of_sequence: number | null;
  as_of_line: number | null;
  version: number;
};

/** What the unit's side may write. */
export const PROGRESS_COLUMNS = {
  state: 'text',
  outcome_code: 'text',
  outcome_decided_on: 'date',
  outcome_reexamination_on: 'date',
  version: 'int',
} as const;

/** Since when what the record says is known. */
export const AS_OF_COLUMNS = {
  as_of_on: 'date',
  as_of_sequence: 'int',
  as_of_line: 'int',
} as const;

/** What the mission locale may write besides. */
export const DETAIL_COLUMNS = {
  volunteer_type: 'text',
  track_wish: 'text',
  diploma_level: 'text',
  support: 'text',
  cej_starts_on: 'date',
  cej_ends_on: 'date',
  prerequisites: 'text[]',
  informed_on: 'date',
  notice_version: 'text',
  referent_mailbox: 'text',
  referred_on: 'date',
  submitted_at: 'timestamptz',
  ...AS_OF_COLUMNS,
} as const;

/** What is written once. */
export const BIRTH_COLUMNS = {
  id: 'uuid',
  ml_id: 'uuid',
  unit_id: 'uuid',
  person_id: 'uuid',
  reference: 'text',
  adviser_id: 'uuid',
} as const;

export const REFERRAL_COLUMNS = { ...BIRTH_COLUMNS, ...DETAIL_COLUMNS, ...PROGRESS_COLUMNS };

/** The columns to read, of the alias `t`. */
export const SELECTED = Object.keys(REFERRAL_COLUMNS)
  .map((name) => `t.${name}`)
  .join(', ');

/** A row of a list of referrals. */
export type SummaryRow = ReferralRow & { created_at: Instant; candidacy_id: string | null };

/** Reads the rows of a list. */
export const SUMMARY = `select ${SELECTED}, t.created_at,
  (select c.id from app.candidacy c where c.referral_id = t.id) as candidacy_id
  from app.referral t`;

/** The summary of a row. */
export function toSummary(row: SummaryRow): ReferralSummary {
  return { referral: toReferral(row), createdAt: row.created_at, candidacyId: row.candidacy_id };
}

/** The row of a referral. */
export function toRow(referral: Referral): ReferralRow {
  return {
    id: referral.id,
    ml_id: referral.missionLocaleId,
    unit_id: referral.unitId,
    person_id: referral.personId,
    reference: referral.reference,
    state: referral.state,
    volunteer_type: referral.volunteerType,
    track_wish: referral.trackWish,
    diploma_level: referral.diplomaLevel,
    support: referral.support,
    cej_starts_on: referral.cejStartsOn,
    cej_ends_on: referral.cejEndsOn,
    prerequisites: [...referral.prerequisites],
    informed_on: referral.informedOn,
    notice_version: referral.noticeVersion,
    referent_mailbox: referral.referentMailbox,
    referred_on: referral.referredOn,
    submitted_at: referral.submittedAt,
    outcome_code: referral.outcome?.code ?? null,
    outcome_decided_on: referral.outcome?.decidedOn ?? null,
    outcome_reexamination_on: referral.outcome?.reexaminationOn ?? null,
    adviser_id: referral.adviserId,
    version: referral.version,
    ...asOfRow(referral.asOf),
  };
}

/** The columns of a reference date. */
export function asOfRow(asOf: AsOf | null): Pick<ReferralRow, keyof typeof AS_OF_COLUMNS> {
  return {
    as_of_on: asOf?.on ?? null,
    as_of_sequence: asOf?.sequence ?? null,
    as_of_line: asOf?.line ?? null,
  };
}

/** The referral of a row. */
export function toReferral(row: ReferralRow): Referral {
  return {
    id: row.id,
    missionLocaleId: row.ml_id,
    unitId: row.unit_id,
    personId: row.person_id,
    reference: row.reference,
    state: row.state,
    volunteerType: row.volunteer_type,
    trackWish: row.track_wish,
    diplomaLevel: row.diploma_level,
    support: row.support,
    cejStartsOn: row.cej_starts_on,
    cejEndsOn: row.cej_ends_on,
    prerequisites: row.prerequisites,
    informedOn: row.informed_on,
    noticeVersion: row.notice_version,
    referentMailbox: row.referent_mailbox,
    referredOn: row.referred_on,
    submittedAt: row.submitted_at,
    outcome: outcomeOf(row),
    adviserId: row.adviser_id,
    asOf: asOf(row),
    version: row.version,
  };
}

function outcomeOf(row: ReferralRow): Referral['outcome'] {
  if (!row.outcome_code || !row.outcome_decided_on) return null;
  return {
    code: row.outcome_code,
    decidedOn: row.outcome_decided_on,
    reexaminationOn: row.outcome_reexamination_on,
  };
}

function asOf(row: ReferralRow): Referral['asOf'] {
  if (!row.as_of_on) return null;
  return { on: row.as_of_on, sequence: row.as_of_sequence ?? 0, line: row.as_of_line ?? 0 };
}
