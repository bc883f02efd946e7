import type { AsOf, Instant, LocalDate } from '../../kernel/index.js';
import type { Candidacy, CandidacyState, Decision } from '../domain/candidacy.js';
import type { AssessedLevel, Origin, ShownOutcomeCode } from '../domain/code-lists.js';
import type { CandidacySummary } from '../use-cases/ports.js';

/** A row of `app.candidacy` as read. */
export type CandidacyRow = {
  id: string;
  unit_id: string;
  ml_id: string | null;
  referral_id: string | null;
  person_id: string;
  person_org_id: string;
  origin: Origin;
  unit_file_number: string | null;
  state: CandidacyState;
  state_on: LocalDate;
  acknowledged_on: LocalDate | null;
  convoked_on: LocalDate | null;
  outcome_code: ShownOutcomeCode | null;
  decided_on: LocalDate | null;
  reexamination_on: LocalDate | null;
  assessed_level: AssessedLevel | null;
  planned_incorporation_on: LocalDate | null;
  contingent: string | null;
  as_of_on: LocalDate | null;
  as_of_sequence: number | null;
  as_of_line: number | null;
  version: number;
};

/** A row with what a list shows besides. */
export type CandidacySummaryRow = CandidacyRow & { created_at: Instant; reference: string | null };

/** All that a mission locale writes on the unit's side: it closes what it withdraws. */
export const CLOSING_COLUMNS = { state: 'text', state_on: 'date', version: 'int' } as const;

/** Since when what the record says is known. */
export const AS_OF_COLUMNS = {
  as_of_on: 'date',
  as_of_sequence: 'int',
  as_of_line: 'int',
} as const;

/** The mark of the row that said what the record says; whatever else the unit writes takes it away. */
export const SAID_COLUMNS = { said_mark: 'text' } as const;

/** What the unit writes. */
export const UNIT_COLUMNS = {
  ...CLOSING_COLUMNS,
  unit_file_number: 'text',
  acknowledged_on: 'date',
  convoked_on: 'date',
  outcome_code: 'text',
  decided_on: 'date',
  reexamination_on: 'date',
  assessed_level: 'text',
  planned_incorporation_on: 'date',
  contingent: 'text',
  ...AS_OF_COLUMNS,
} as const;

export const CANDIDACY_COLUMNS = {
  id: 'uuid',
  unit_id: 'uuid',
  ml_id: 'uuid',
  referral_id: 'uuid',
  person_id: 'uuid',
  person_org_id: 'uuid',
  origin: 'text',
  ...UNIT_COLUMNS,
} as const;

/** The columns to read, of the alias `t`. */
export const SELECTED = Object.keys(CANDIDACY_COLUMNS)
  .map((name) => `t.${name}`)
  .join(', ');

/** What a list shows, of the alias `t`. */
export const SUMMARY = `select ${SELECTED}, t.created_at, f.reference
  from app.candidacy t left join app.referral f on f.id = t.referral_id`;

/** The same with the person, of the alias `y`, for a list in the order of names. */
export const NAMED_SUMMARY = `${SUMMARY} left join app.young_person y on y.id = t.person_id`;

/** The row of a candidacy. */
export function toRow(candidacy: Candidacy): CandidacyRow {
  const { decision, asOf } = candidacy;
  return {
    id: candidacy.id,
    unit_id: candidacy.unitId,
    ml_id: candidacy.missionLocaleId,
    referral_id: candidacy.referralId,
    person_id: candidacy.personId,
    person_org_id: candidacy.personOwnerId,
    origin: candidacy.origin,
    unit_file_number: candidacy.unitFileNumber,
    state: candidacy.state,
    state_on: candidacy.stateOn,
    acknowledged_on: candidacy.acknowledgedOn,
    convoked_on: candidacy.convokedOn,
    outcome_code: decision?.code ?? null,
    decided_on: decision?.decidedOn ?? null,
    reexamination_on: decision?.reexaminationOn ?? null,
    assessed_level: decision?.assessedLevel ?? null,
    planned_incorporation_on: decision?.plannedIncorporationOn ?? null,
    contingent: decision?.contingent ?? null,
    version: candidacy.version,
    ...asOfRow(asOf),
  };
}

/** The columns of a reference date. */
export function asOfRow(asOf: AsOf | null): Pick<CandidacyRow, keyof typeof AS_OF_COLUMNS> {
  return {
    as_of_on: asOf?.on ?? null,
    as_of_sequence: asOf?.sequence ?? null,
    as_of_line: asOf?.line ?? null,
  };
}

/** The candidacy of a row. */
export function toCandidacy(row: CandidacyRow): Candidacy {
  return {
    id: row.id,
    unitId: row.unit_id,
    missionLocaleId: row.ml_id,
    referralId: row.referral_id,
    personId: row.person_id,
    personOwnerId: row.person_org_id,
    origin: row.origin,
    unitFileNumber: row.unit_file_number,
    state: row.state,
    stateOn: row.state_on,
    acknowledgedOn: row.acknowledged_on,
    convokedOn: row.convoked_on,
    decision: decisionOf(row),
    asOf: row.as_of_on && {
      on: row.as_of_on,
      sequence: row.as_of_sequence ?? 0,
      line: row.as_of_line ?? 0,
    },
    version: row.version,
  };
}

/** The candidacy of a row, with what a list shows besides. */
export function toSummary(row: CandidacySummaryRow): CandidacySummary {
  return { candidacy: toCandidacy(row), reference: row.reference, createdAt: row.created_at };
}

function decisionOf(row: CandidacyRow): Decision | null {
  if (!row.outcome_code || !row.decided_on) return null;
  return {
    code: row.outcome_code,
    decidedOn: row.decided_on,
    reexaminationOn: row.reexamination_on,
    assessedLevel: row.assessed_level ?? 'NON_EVALUE',
    plannedIncorporationOn: row.planned_incorporation_on,
    contingent: row.contingent,
  };
}
