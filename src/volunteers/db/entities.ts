import { VolunteerTransitionEntity } from './volunteer-transition.entity.js';
import { VolunteerEntity } from './volunteer.entity.js';

/** The tables of this feature, for the data source; they refer to those of other features by name. */
export const VOLUNTEER_ENTITIES = [VolunteerEntity, VolunteerTransitionEntity];
