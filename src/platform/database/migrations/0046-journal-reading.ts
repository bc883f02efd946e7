import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/**
 * The journal is read under a role that does nothing else, latest first. Lines of file rows, a thousand
 * times as many, are found by blocks of time (brin): an index of each would double the price of a row.
 */
export class JournalReading1760000000046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(READING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index app.audit_event_latest, app.audit_event_when;
      drop policy audit_event_journal on app.audit_event;
      revoke select on app.audit_event, app.organisation from passerelle_journal;
      revoke usage on schema app from passerelle_journal`);
  }
}

// National bodies have no cases of their own: those of them that may read it read that of everybody.
const OWN_OR_NATIONAL = `org_id = app.current_org()
  or (select kind = 'national' from app.organisation where id = app.current_org())`;

const READING = `
grant usage on schema app to passerelle_journal;
grant select on app.organisation to passerelle_journal;
${protect('audit_event', [
  { role: 'passerelle_journal', privileges: 'select', using: OWN_OR_NATIONAL, check: 'false' },
])};
create index audit_event_latest on app.audit_event (recorded_at, id) where file_line is null;
create index audit_event_when on app.audit_event using brin (recorded_at);
`;
