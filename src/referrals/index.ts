export * from './domain/code-lists.js';
export * from './domain/errors.js';
export * from './domain/referral.js';
export * from './domain/referral.machine.js';
export * from './domain/referral-act.js';
export * from './domain/referral.rules.js';
export * from './domain/replaced-outcome.js';
export * from './domain/shown-outcome.js';
export { replacedOutcomeWords } from './web/replaced-outcome-words.js';
export * from './domain/silence.rules.js';
export {
  dueDays,
  NOTHING_KEPT,
  type KeptDays,
  type WorklistDays,
} from './domain/worklist.rules.js';
export * from './use-cases/ports.js';
export * from './use-cases/silence-ports.js';
export { PrepareReferral } from './use-cases/prepare-referral.js';
export { PurgePreparations } from './use-cases/purge-preparations.js';
export { ReadOwnPerson } from './use-cases/read-own-person.js';
export * from './use-cases/refer-young-people.js';
export * from './use-cases/referral-changes.js';
export * from './use-cases/run-referral-command.js';
export * from './use-cases/submit-referral.js';
export * from './http/organisation-name.view.js';
export * from './use-cases/withdraw-referrals.js';
export * from './web/people/path/person-paths.js';
export { searchOf } from './web/people/people-search.js';
export { NEW_PATH } from './web/refer/refer-paths.js';
export { PlaceTexts } from './web/refer/place-texts.js';
export * from './web/support/support-sections.js';
export { REFERRAL_PROBLEMS } from './http/referral-problems.js';
export {
  NEWS_DAYS,
  ReferralHome,
  type ReferralCounts,
  type AnsweredReferral,
  type ReferralWork,
} from './web/home/referral-home.js';
