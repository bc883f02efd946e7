import type { Instant, LocalDate } from '../../kernel/index.js';
import type { AgeBand, DirectOutcome } from '../domain/code-lists.js';
import type { DirectApplicant, DirectIdentity, DirectState } from '../domain/direct-applicant.js';
import type { ListedApplicant } from '../use-cases/ports.js';

/** A row of `app.direct_applicant` as read and written. */
export type DirectApplicantRow = {
  id: string;
  unit_id: string;
  unit_file_number: string;
  residence_code: string;
  age_band: AgeBand;
  decided_on: LocalDate;
  invited_on: LocalDate;
  outcome: DirectOutcome;
  agreed_on: LocalDate | null;
  birth_name: string | null;
  usage_name: string | null;
  first_names: string[] | null;
  sex: string | null;
  birth_date: string | null;
  birth_place_code: string | null;
  birth_place_label: string | null;
  street: string | null;
  address_complement: string | null;
  postal_code: string | null;
  phone: string | null;
  email: string | null;
  priority_district: string | null;
  assessed_level: string | null;
  ml_id: string | null;
  state: DirectState;
  state_on: LocalDate;
  answer_code: string | null;
  answered_on: LocalDate | null;
  attempts: number;
  due_on: LocalDate | null;
  said_on: LocalDate | null;
  version: number;
};

/** What the mission locale changes by acting. */
export const STEP_COLUMNS = {
  state: 'text',
  state_on: 'date',
  answer_code: 'text',
  answered_on: 'date',
  attempts: 'int',
  due_on: 'date',
  version: 'int',
} as const;

/** What the unit changes besides: whom it is told to, and what passes at all. */
export const UNIT_COLUMNS = {
  ...STEP_COLUMNS,
  residence_code: 'text',
  age_band: 'text',
  decided_on: 'date',
  invited_on: 'date',
  outcome: 'text',
  said_on: 'date',
  ml_id: 'uuid',
  agreed_on: 'date',
  birth_name: 'text',
  usage_name: 'text',
  first_names: 'text[]',
  sex: 'text',
  birth_date: 'text',
  birth_place_code: 'text',
  birth_place_label: 'text',
  street: 'text',
  address_complement: 'text',
  postal_code: 'text',
  phone: 'text',
  email: 'text',
  priority_district: 'text',
  assessed_level: 'text',
} as const;

export const APPLICANT_COLUMNS = {
  id: 'uuid',
  unit_id: 'uuid',
  unit_file_number: 'text',
  ...UNIT_COLUMNS,
} as const;

/** The row of an applicant. */
export function toRow(applicant: DirectApplicant): DirectApplicantRow {
  const { agreement, answer } = applicant;
  const { identity } = agreement ?? {};
  return {
    id: applicant.id,
    unit_id: applicant.unitId,
    unit_file_number: applicant.unitFileNumber,
    residence_code: applicant.residenceCode,
    age_band: applicant.ageBand,
    decided_on: applicant.decidedOn,
    invited_on: applicant.invitedOn,
    outcome: applicant.outcome,
    agreed_on: agreement?.agreedOn ?? null,
    ...identityRow(identity),
    said_on: applicant.saidOn,
    ml_id: applicant.missionLocaleId,
    state: applicant.state,
    state_on: applicant.stateOn,
    answer_code: answer?.code ?? null,
    answered_on: answer?.contactedOn ?? null,
    attempts: applicant.attempts,
    due_on: applicant.dueOn,
    version: applicant.version,
  };
}

function identityRow(identity: DirectIdentity | undefined) {
  return {
    birth_name: identity?.birthName ?? null,
    usage_name: identity?.usageName ?? null,
    first_names: identity ? [...identity.firstNames] : null,
    sex: identity?.sex ?? null,
    birth_date: identity?.birthDate ?? null,
    birth_place_code: identity?.birthPlaceCode ?? null,
    birth_place_label: identity?.birthPlaceLabel ?? null,
    street: identity?.street ?? null,
    address_complement: identity?.addressComplement ?? null,
    postal_code: identity?.postalCode ?? null,
    phone: identity?.phone ?? null,
    email: identity?.email ?? null,
    priority_district: identity?.priorityDistrict ?? null,
    assessed_level: identity?.assessedLevel ?? null,
  };
}

/** The applicant of a row. */
export function toListed(row: DirectApplicantRow & { created_at: Instant }): ListedApplicant {
  const { answer_code: code, answered_on: contactedOn } = row;
  return {
    createdAt: row.created_at,
    applicant: {
      id: row.id,
      unitId: row.unit_id,
      unitFileNumber: row.unit_file_number,
      residenceCode: row.residence_code,
      ageBand: row.age_band,
      decidedOn: row.decided_on,
      invitedOn: row.invited_on,
      outcome: row.outcome,
      agreement: agreementOf(row),
      missionLocaleId: row.ml_id,
      state: row.state,
      stateOn: row.state_on,
      answer: code && contactedOn ? { code, contactedOn } : null,
      attempts: row.attempts,
      dueOn: row.due_on,
      saidOn: row.said_on,
      version: row.version,
    },
  };
}

function agreementOf(row: DirectApplicantRow): DirectApplicant['agreement'] {
  const { agreed_on: agreedOn, birth_name: birthName, first_names: firstNames } = row;
  const { birth_date: birthDate } = row;
  if (!agreedOn || !birthName || !firstNames || !birthDate) return null;
  const identity = {
    ...{ birthName, firstNames, birthDate },
    usageName: row.usage_name,
    sex: row.sex,
    birthPlaceCode: row.birth_place_code,
    birthPlaceLabel: row.birth_place_label,
    street: row.street,
    addressComplement: row.address_complement,
    postalCode: row.postal_code,
    phone: row.phone,
    email: row.email,
    priorityDistrict: row.priority_district,
    assessedLevel: row.assessed_level,
  };
  return { agreedOn, identity };
}
