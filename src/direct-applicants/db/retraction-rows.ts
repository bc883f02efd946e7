import type { LocalDate } from '../../kernel/index.js';
import type { AgeBand, DirectOutcome } from '../domain/code-lists.js';
import type { Retraction } from '../domain/retraction.rules.js';

/** A row of `app.direct_applicant_retraction`. */
export type RetractionRow = {
  unit_id: string;
  direct_applicant_id: string;
  ml_id: string;
  unit_file_number: string;
  age_band: AgeBand;
  decided_on: LocalDate;
  invited_on: LocalDate;
  outcome: DirectOutcome;
  retracted_on: LocalDate;
};

export const RETRACTION_COLUMNS = {
  unit_id: 'uuid',
  direct_applicant_id: 'uuid',
  ml_id: 'uuid',
  unit_file_number: 'text',
  age_band: 'text',
  decided_on: 'date',
  invited_on: 'date',
  outcome: 'text',
  retracted_on: 'date',
} as const;

/** Retracted from the same reader once more: what is said is of the last time. */
export const RETRACTED_AGAIN = `on conflict on constraint direct_applicant_retraction_pkey do update
  set age_band = excluded.age_band, decided_on = excluded.decided_on,
    invited_on = excluded.invited_on, outcome = excluded.outcome,
    retracted_on = excluded.retracted_on`;

/** The row of a retraction. */
export function toRetractionRow(retraction: Retraction): RetractionRow {
  return {
    unit_id: retraction.unitId,
    direct_applicant_id: retraction.applicantId,
    ml_id: retraction.missionLocaleId,
    unit_file_number: retraction.unitFileNumber,
    age_band: retraction.ageBand,
    decided_on: retraction.decidedOn,
    invited_on: retraction.invitedOn,
    outcome: retraction.outcome,
    retracted_on: retraction.retractedOn,
  };
}

/** The retraction of a row. */
export function toRetraction(row: RetractionRow): Retraction {
  return {
    unitId: row.unit_id,
    applicantId: row.direct_applicant_id,
    missionLocaleId: row.ml_id,
    unitFileNumber: row.unit_file_number,
    ageBand: row.age_band,
    decidedOn: row.decided_on,
    invitedOn: row.invited_on,
    outcome: row.outcome,
    retractedOn: row.retracted_on,
  };
}
