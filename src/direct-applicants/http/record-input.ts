import type { CorrectionInput, RecordInput } from '../use-cases/record-applicant.js';
import type {
  CorrectDirectApplicantRequest,
  RecordDirectApplicantRequest,
} from './direct-applicant.request.js';

/** What a body says of somebody new. */
export function recordInput(body: RecordDirectApplicantRequest): RecordInput {
  const { missionLocale, youngPerson: identity, invitedOn, agreedOn, ...said } = body;
  return {
    ...said,
    ...{ identity, agreedOn: agreedOn ?? undefined, invitedOn: invitedOn ?? null },
    missionLocaleCode: missionLocale ?? null,
  };
}

/** What a body says anew of somebody known. */
export function correctionInput(body: CorrectDirectApplicantRequest): CorrectionInput {
  const { missionLocale, youngPerson: identity, version: _version, ...said } = body;
  return { ...said, identity, missionLocaleCode: missionLocale ?? null };
}
