import { CandidacyEntity } from './candidacy.entity.js';
import { CandidacyTransitionEntity } from './candidacy-transition.entity.js';
import { MedicalConclusionEntity } from './medical-conclusion.entity.js';
import { UnitFileNumberEntity } from './unit-file-number.entity.js';

/** The tables of this feature, for the data source; they refer to those of other features by name. */
export const CANDIDACY_ENTITIES = [
  CandidacyEntity,
  CandidacyTransitionEntity,
  MedicalConclusionEntity,
  UnitFileNumberEntity,
];
