import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OWN } from './row-level-security.js';

const SIDES = ['mission_locale', 'unit'] as const;
type Side = (typeof SIDES)[number];

/**
 * Deposited bytes are never rewritten, but where they hold what must be kept nowhere (exchange.md 6.5
 * #92): the database lets go of the bytes of such a file and of no other.
 */
export class ErasedContent1760000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const side of SIDES) await runner.query(erasable(side));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const side of SIDES) await runner.query(kept(side));
  }
}

const FORBIDDEN = `exists (select from app.exchange_anomaly a
  where a.file_id = exchange_content.file_id and a.code = 'CONTENU_INTERDIT')`;

const erasable = (side: Side): string => `
drop policy exchange_content_${side} on app.exchange_content;
create policy exchange_content_${side}_reads on app.exchange_content for select
  to passerelle_${side} using (${OWN});
create policy exchange_content_${side}_writes on app.exchange_content for insert
  to passerelle_${side} with check (${OWN});
create policy exchange_content_${side}_erases on app.exchange_content for delete
  to passerelle_${side} using (${OWN} and ${FORBIDDEN});
grant delete on app.exchange_content to passerelle_${side};
`;

const kept = (side: Side): string => `
revoke delete on app.exchange_content from passerelle_${side};
drop policy exchange_content_${side}_reads on app.exchange_content;
drop policy exchange_content_${side}_writes on app.exchange_content;
drop policy exchange_content_${side}_erases on app.exchange_content;
create policy exchange_content_${side} on app.exchange_content
  to passerelle_${side} using (${OWN});
`;
