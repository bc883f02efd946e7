import { DigestEntity } from './digest.entity.js';
import { MailPreferenceEntity } from './mail-preference.entity.js';

/** The tables of this feature, for the data source. */
export const NOTIFICATION_ENTITIES = [DigestEntity, MailPreferenceEntity];
