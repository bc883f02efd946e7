import { OpenReferralEntity } from './open-referral.entity.js';
import { PreparationEntity } from './preparation.entity.js';
import { PrerequisiteRuleEntity } from './prerequisite-rule.entity.js';
import { PrerequisiteTickEntity } from './prerequisite-tick.entity.js';
import { ReferralEntity } from './referral.entity.js';
import { ReferralTransitionEntity } from './referral-transition.entity.js';

/** The tables of this feature, for the data source; they refer to those of other features by name. */
export const REFERRAL_ENTITIES = [
  OpenReferralEntity,
  PreparationEntity,
  PrerequisiteRuleEntity,
  PrerequisiteTickEntity,
  ReferralEntity,
  ReferralTransitionEntity,
];
