import { AuditEventEntity } from './audit-event.entity.js';

/** The table of this feature, for the data source. */
export const AUDIT_ENTITIES = [AuditEventEntity];
