export * from './domain/age.rules.js';
export * from './domain/guardianship.rules.js';
export * from './domain/attainable-weight.js';
export * from './domain/birth-date.js';
export * from './domain/code-lists.js';
export * from './domain/contact-corrections.js';
export * from './domain/differing-parts.js';
export { PersonLooksKnown, YoungPersonNotFound } from './domain/errors.js';
export * from './domain/first-names.js';
export * from './domain/identity-check.js';
export * from './domain/identity-verdict.js';
export * from './domain/judge-identity.js';
export * from './domain/kinship-words.js';
export * from './domain/listed-name.js';
export type { Trait } from './domain/match-weights.js';
export * from './domain/name-keys.js';
export type * from './domain/person.js';
export * from './domain/person-correction.js';
export * from './domain/person-record.js';
export * from './domain/resolve-person.js';
export * from './domain/weigh-pair.js';
export type { Described } from './domain/vetoes.js';
export {
  lookalikesPath,
  MERGE_DECIDERS,
  MERGE_PROPOSERS,
  MERGES_PATH,
} from './web/merges/merges.presenter.js';
export { birthWords } from './web/birth-words.js';
export { PersonFacts } from './web/person-facts.js';
export { TraitTable, type ComparedValues } from './web/traits/trait-table.js';
export { ConsultMerges } from './use-cases/consult-merges.js';
export * from './use-cases/correct-person.js';
export * from './use-cases/correction-ports.js';
export * from './use-cases/find-alike.js';
export * from './use-cases/ports.js';
export * from './use-cases/publish-notice.js';
export * from './use-cases/register-people.js';
export { PEOPLE_PROBLEMS } from './http/people-problems.js';
export * from './http/birth-day-field.js';
export * from './http/correct-person.request.js';
export * from './http/guardianship.request.js';
export * from './http/young-person.request.js';
export * from './http/young-person.view.js';
