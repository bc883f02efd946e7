import { DeadlineRuleEntity } from './deadline-rule.entity.js';
import { ReturnEpisodeEntity } from './return-episode.entity.js';
import { ReturnReadMarkEntity } from './return-read-mark.entity.js';
import { ReturnSilenceEntity } from './return-silence.entity.js';
import { ReturnTransferEntity } from './return-transfer.entity.js';
import { ReturnTransferPartEntity } from './return-transfer-part.entity.js';
import { ReturnTransferTransitionEntity } from './return-transfer-transition.entity.js';
import { ReturnTransitionEntity } from './return-transition.entity.js';

/** The tables of this feature, for the data source; they refer to those of other features by name. */
export const RETURN_ENTITIES = [
  DeadlineRuleEntity,
  ReturnEpisodeEntity,
  ReturnReadMarkEntity,
  ReturnSilenceEntity,
  ReturnTransferEntity,
  ReturnTransferPartEntity,
  ReturnTransferTransitionEntity,
  ReturnTransitionEntity,
];
