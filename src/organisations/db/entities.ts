import { ConventionEntity } from './convention.entity.js';
import { CoverageEntity } from './coverage.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { ReferenceFileEntity } from './reference-file.entity.js';
import { RegisterChangeEntity } from './register-change.entity.js';

/** The entities of this feature, for the data source of a process. */
export const ORGANISATION_ENTITIES = [
  OrganisationEntity,
  ConventionEntity,
  CoverageEntity,
  RegisterChangeEntity,
  ReferenceFileEntity,
];
