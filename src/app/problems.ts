import { ACCOUNT_PROBLEMS } from '../accounts/index.js';
import { JOURNAL_PROBLEMS } from '../audit/index.js';
import { CANDIDACY_PROBLEMS } from '../candidacies/index.js';
import { CEJ_PROBLEMS } from '../cej/index.js';
import { COMMITTEE_PROBLEMS } from '../committees/index.js';
import { EVALUATION_PROBLEMS } from '../evaluations/index.js';
import { EXCHANGE_PROBLEMS } from '../exchanges/index.js';
import { DIRECT_APPLICANT_PROBLEMS } from '../direct-applicants/index.js';
import { FOLLOW_UP_PROBLEMS } from '../follow-ups/index.js';
import { SESSION_PROBLEMS } from '../information-sessions/index.js';
import { SHEET_PROBLEMS } from '../offer-sheets/index.js';
import { ORGANISATION_PROBLEMS } from '../organisations/index.js';
import { PEOPLE_PROBLEMS } from '../people/index.js';
import type { ProblemDescription } from '../platform/http/index.js';
import { REFERRAL_PROBLEMS } from '../referrals/index.js';
import { RETURN_PROBLEMS } from '../returns/index.js';
import { VOLUNTEER_PROBLEMS } from '../volunteers/index.js';

const SHARED: readonly ProblemDescription[] = [
  {
    code: 'changed-meanwhile',
    status: 409,
    title: 'Dossier modifié entre-temps',
    about: 'Quelqu’un d’autre a modifié ce dossier. Relisez-le, puis recommencez.',
  },
  {
    code: 'too-many-requests',
    status: 429,
    title: 'Trop de demandes',
    about:
      'Trop de demandes, de recherches ou d’exports en peu de temps. Attendez le nombre de secondes de « Retry-After », puis recommencez.',
  },
  {
    code: 'quota-unavailable',
    status: 503,
    title: 'Demande momentanément impossible',
    about:
      'Les connexions, les jetons et les exports sont comptés ; quand le compte ne peut pas être tenu, ils sont refusés. Recommencez dans quelques secondes.',
  },
  {
    code: 'queue-unavailable',
    status: 503,
    title: 'Traitement différé indisponible',
    about: 'Le traitement différé est momentanément indisponible. Recommencez dans un instant.',
  },
];

/** Every refusal of the features, described once: the pages `/problems/<code>` and their titles. */
export const FEATURE_PROBLEMS: readonly ProblemDescription[] = [
  ...SHARED,
  ...ACCOUNT_PROBLEMS,
  ...CANDIDACY_PROBLEMS,
  ...CEJ_PROBLEMS,
  ...COMMITTEE_PROBLEMS,
  ...DIRECT_APPLICANT_PROBLEMS,
  ...EVALUATION_PROBLEMS,
  ...EXCHANGE_PROBLEMS,
  ...JOURNAL_PROBLEMS,
  ...ORGANISATION_PROBLEMS,
  ...PEOPLE_PROBLEMS,
  ...REFERRAL_PROBLEMS,
  ...RETURN_PROBLEMS,
  ...FOLLOW_UP_PROBLEMS,
  ...SESSION_PROBLEMS,
  ...SHEET_PROBLEMS,
  ...VOLUNTEER_PROBLEMS,
];
