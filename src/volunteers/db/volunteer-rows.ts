import type { AsOf, Instant, LocalDate, Month } from '../../kernel/index.js';
import type { Certification, ExitSituation } from '../domain/code-lists.js';
import type {
  Exit,
  LevelAtExit,
  Presence,
  RecordedExitReason,
  Volunteer,
  VolunteerState,
  VolunteerType,
} from '../domain/volunteer.js';
import type { VolunteerSummary } from '../use-cases/ports.js';

/** A row of `app.volunteer` as read. */
export type VolunteerRow = {
  id: string;
  unit_id: string;
  ml_id: string | null;
  candidacy_id: string;
  referral_id: string | null;
  person_org_id: string;
  person_id: string;
  volunteer_type: VolunteerType;
  track: string | null;
  site: string | null;
  state: VolunteerState;
  state_on: LocalDate;
  incorporated_on: LocalDate | null;
  planned_end_on: LocalDate | null;
  presence_month: Month | null;
  is_present: boolean | null;
  is_long_absent: boolean | null;
  exited_on: LocalDate | null;
  is_exit_announced: boolean | null;
  exit_reason: RecordedExitReason | null;
  exit_situation: ExitSituation | null;
  wants_support: boolean | null;
  certifications: readonly Certification[] | null;
  exit_level: LevelAtExit | null;
  as_of_on: LocalDate | null;
  as_of_sequence: number | null;
  as_of_line: number | null;
  version: number;
};

/** A row with what a list shows besides. */
export type VolunteerSummaryRow = VolunteerRow & {
  created_at: Instant;
  reference: string | null;
  unit_file_number: string | null;
  origin: string;
};

/** From when what the record says is known. */
export const AS_OF_COLUMNS = {
  as_of_on: 'date',
  as_of_sequence: 'int',
  as_of_line: 'int',
} as const;

/** The columns of a reference date. */
export function asOfRow(asOf: AsOf | null) {
  return {
    as_of_on: asOf?.on ?? null,
    as_of_sequence: asOf?.sequence ?? null,
    as_of_line: asOf?.line ?? null,
  };
}

/** What changes in the life of a service. */
export const CHANGING_COLUMNS = {
  volunteer_type: 'text',
  track: 'text',
  site: 'text',
  state: 'text',
  state_on: 'date',
  incorporated_on: 'date',
  planned_end_on: 'date',
  presence_month: 'text',
  is_present: 'boolean',
  is_long_absent: 'boolean',
  exited_on: 'date',
  is_exit_announced: 'boolean',
  exit_reason: 'text',
  exit_situation: 'text',
  wants_support: 'boolean',
  certifications: 'text[]',
  exit_level: 'text',
  ...AS_OF_COLUMNS,
  version: 'int',
} as const;

export const VOLUNTEER_COLUMNS = {
  id: 'uuid',
  unit_id: 'uuid',
  ml_id: 'uuid',
  candidacy_id: 'uuid',
  referral_id: 'uuid',
  person_org_id: 'uuid',
  person_id: 'uuid',
  ...CHANGING_COLUMNS,
} as const;

/** The columns to read, of the alias `t`. */
export const SELECTED = Object.keys(VOLUNTEER_COLUMNS)
  .map((name) => `t.${name}`)
  .join(', ');

/** What a list shows, of the alias `t`. */
export const SUMMARY = `select ${SELECTED}, t.created_at, f.reference, c.unit_file_number, c.origin
  from app.volunteer t join app.candidacy c on c.id = t.candidacy_id
  left join app.referral f on f.id = t.referral_id`;

/** The row of a service. */
export function toRow(volunteer: Volunteer): VolunteerRow {
  const { exit, presence, asOf } = volunteer;
  return {
    id: volunteer.id,
    unit_id: volunteer.unitId,
    ml_id: volunteer.missionLocaleId,
    candidacy_id: volunteer.candidacyId,
    referral_id: volunteer.referralId,
    person_org_id: volunteer.personOwnerId,
    person_id: volunteer.personId,
    volunteer_type: volunteer.volunteerType,
    track: volunteer.track,
    site: volunteer.site,
    state: volunteer.state,
    state_on: volunteer.stateOn,
    incorporated_on: volunteer.incorporatedOn,
    planned_end_on: volunteer.plannedEndOn,
    presence_month: presence?.month ?? null,
    is_present: presence?.isInService ?? null,
    is_long_absent: presence?.isLongAbsent ?? null,
    ...exitRow(exit),
    ...asOfRow(asOf),
    version: volunteer.version,
  };
}

function exitRow(exit: Exit | null) {
  return {
    exited_on: exit?.exitedOn ?? null,
    is_exit_announced: exit?.isAnnounced ?? null,
    exit_reason: exit?.reason ?? null,
    exit_situation: exit?.situation ?? null,
    wants_support: exit?.wantsSupport ?? null,
    certifications: exit?.certifications ?? null,
    exit_level: exit?.assessedLevel ?? null,
  };
}

/** The service of a row. */
export function toVolunteer(row: VolunteerRow): Volunteer {
  return {
    id: row.id,
    unitId: row.unit_id,
    missionLocaleId: row.ml_id,
    referralId: row.referral_id,
    candidacyId: row.candidacy_id,
    personId: row.person_id,
    personOwnerId: row.person_org_id,
    volunteerType: row.volunteer_type,
    track: row.track,
    site: row.site,
    state: row.state,
    stateOn: row.state_on,
    incorporatedOn: row.incorporated_on,
    plannedEndOn: row.planned_end_on,
    presence: presenceOf(row),
    exit: exitOf(row),
    asOf: row.as_of_on && {
      on: row.as_of_on,
      sequence: row.as_of_sequence ?? 0,
      line: row.as_of_line ?? 0,
    },
    version: row.version,
  };
}

/** The service of a row, with what a list shows besides. */
export function toSummary(row: VolunteerSummaryRow): VolunteerSummary {
  return {
    volunteer: toVolunteer(row),
    reference: row.reference,
    unitFileNumber: row.unit_file_number,
    origin: row.origin,
    createdAt: row.created_at,
  };
}

function presenceOf(row: VolunteerRow): Presence | null {
  if (!row.presence_month) return null;
  return {
    month: row.presence_month,
    isInService: row.is_present ?? false,
    isLongAbsent: row.is_long_absent ?? false,
  };
}

function exitOf(row: VolunteerRow): Exit | null {
  if (!row.exited_on || !row.exit_reason) return null;
  return {
    exitedOn: row.exited_on,
    isAnnounced: row.is_exit_announced ?? false,
    reason: row.exit_reason,
    situation: row.exit_situation ?? 'NON_CONNU',
    wantsSupport: row.wants_support ?? false,
    certifications: row.certifications ?? [],
    assessedLevel: row.exit_level,
  };
}
