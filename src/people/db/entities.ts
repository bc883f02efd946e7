import { IdentityVerdictEntity } from './identity-verdict.entity.js';
import { PersonCorrectionEntity } from './person-correction.entity.js';
import { PersonMergeEntity } from './person-merge.entity.js';
import { PersonShareEntity } from './person-share.entity.js';
import { PrivacyNoticeEntity } from './privacy-notice.entity.js';
import { YoungPersonEntity } from './young-person.entity.js';

/** The tables of this feature, for the data source; they refer to those of other features by name. */
export const PEOPLE_ENTITIES = [
  PrivacyNoticeEntity,
  YoungPersonEntity,
  PersonShareEntity,
  IdentityVerdictEntity,
  PersonMergeEntity,
  PersonCorrectionEntity,
];
