import { InformationSessionEntity } from './information-session.entity.js';
import { InformationSessionTransitionEntity } from './information-session-transition.entity.js';
import { SessionRegistrationEntity } from './session-registration.entity.js';

/** The tables of this feature, for the data source; they refer to those of other features by name. */
export const INFORMATION_SESSION_ENTITIES = [
  InformationSessionEntity,
  InformationSessionTransitionEntity,
  SessionRegistrationEntity,
];
