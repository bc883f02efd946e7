import { AuditEventEntity } from './audit-event.entity.js';
import { PersonReadingEntity } from './person-reading.entity.js';

/** The tables of this feature, for the data source. */
export const AUDIT_ENTITIES = [AuditEventEntity, PersonReadingEntity];
