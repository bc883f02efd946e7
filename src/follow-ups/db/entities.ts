import { FollowUpEntity } from './follow-up.entity.js';
import { FollowUpTransitionEntity } from './follow-up-transition.entity.js';

/** The tables of this feature, for the data source; they refer to those of other features by name. */
export const FOLLOW_UP_ENTITIES = [FollowUpEntity, FollowUpTransitionEntity];
