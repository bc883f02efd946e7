import type { LocalDate } from '../../kernel/index.js';
import type { DirectChange } from './decide-direct.js';
import type { DirectApplicant } from './direct-applicant.js';

/** Somebody who is no longer a mission locale's to know, as its files may still say it: nobody is named. */
export interface Retraction extends Pick<
  DirectApplicant,
  'unitId' | 'unitFileNumber' | 'ageBand' | 'decidedOn' | 'invitedOn' | 'outcome'
> {
  readonly applicantId: string;
  readonly missionLocaleId: string;
  readonly retractedOn: LocalDate;
}

/** Pure: what a change takes from the mission locale that could read who it is; null when it takes nothing. */
export function retractionOf({ before, after, saidOn }: DirectChange): Retraction | null {
  const reader = before && readerOf(before);
  if (!before || !reader || reader === readerOf(after)) return null;
  return {
    applicantId: before.id,
    missionLocaleId: reader,
    unitId: before.unitId,
    unitFileNumber: before.unitFileNumber,
    ageBand: before.ageBand,
    decidedOn: before.decidedOn,
    invitedOn: before.invitedOn,
    outcome: before.outcome,
    retractedOn: saidOn,
  };
}

/** Who says that somebody lives elsewhere reads them until another is chosen. */
function readerOf({ state, agreement, missionLocaleId }: DirectApplicant): string | null {
  const isRead = state === 'announced' || state === 'answered' || state === 'to-assign';
  return isRead && agreement !== null ? missionLocaleId : null;
}
