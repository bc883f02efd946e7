import { DirectApplicantEntity } from './direct-applicant.entity.js';
import { DirectApplicantRetractionEntity } from './direct-applicant-retraction.entity.js';
import { DirectApplicantTransitionEntity } from './direct-applicant-transition.entity.js';

/** The tables of this feature, for the data source; they refer to those of other features by name. */
export const DIRECT_APPLICANT_ENTITIES = [
  DirectApplicantEntity,
  DirectApplicantTransitionEntity,
  DirectApplicantRetractionEntity,
];
