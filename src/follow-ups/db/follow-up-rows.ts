import type { LocalDate } from '../../kernel/index.js';
import type { FollowUpSource, Milestone } from '../domain/code-lists.js';
import type { FollowUp } from '../domain/follow-up.js';

/** A row of `app.follow_up` as read. */
export type FollowUpRow = {
  id: string;
  volunteer_id: string;
  unit_id: string;
  ml_id: string;
  milestone: Milestone;
  situation: string;
  situation_started_on: LocalDate | null;
  source: FollowUpSource;
  observed_on: LocalDate;
  is_taken_back: boolean;
  version: number;
};

/** What a correction changes. */
export const CHANGING_COLUMNS = {
  situation: 'text',
  situation_started_on: 'date',
  source: 'text',
  observed_on: 'date',
  is_taken_back: 'boolean',
  version: 'int',
} as const;

export const FOLLOW_UP_COLUMNS = {
  id: 'uuid',
  volunteer_id: 'uuid',
  unit_id: 'uuid',
  ml_id: 'uuid',
  milestone: 'text',
  ...CHANGING_COLUMNS,
} as const;

/** The row of an answer. */
export function toRow(followUp: FollowUp): FollowUpRow {
  return {
    id: followUp.id,
    volunteer_id: followUp.volunteerId,
    unit_id: followUp.unitId,
    ml_id: followUp.missionLocaleId,
    milestone: followUp.milestone,
    situation: followUp.situation,
    situation_started_on: followUp.situationStartedOn,
    source: followUp.source,
    observed_on: followUp.observedOn,
    is_taken_back: followUp.isTakenBack,
    version: followUp.version,
  };
}

/** The answer of a row. */
export function toFollowUp(row: FollowUpRow): FollowUp {
  return {
    id: row.id,
    volunteerId: row.volunteer_id,
    unitId: row.unit_id,
    missionLocaleId: row.ml_id,
    milestone: row.milestone,
    situation: row.situation,
    situationStartedOn: row.situation_started_on,
    source: row.source,
    observedOn: row.observed_on,
    isTakenBack: row.is_taken_back,
    version: row.version,
  };
}
