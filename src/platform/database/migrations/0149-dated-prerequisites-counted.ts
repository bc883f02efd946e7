import type { MigrationInterface, QueryRunner } from 'typeorm';
import { STATISTICS_ROLE } from '../scope-roles.js';
import { rewriteCounts } from './statistics-door.js';

/** Complete prerequisites are counted by what was asked on the day of the referral, not by fixed codes. */
export class DatedPrerequisitesCounted1760000000149 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`grant select on app.prerequisite_rule to ${STATISTICS_ROLE};
      grant select (id, scheme) on app.organisation to ${STATISTICS_ROLE}`);
    await rewriteCounts(runner, [
      [FIXED, ASKED],
      [FROM, WITH_UNIT],
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewriteCounts(runner, [
      [ASKED, FIXED],
      [WITH_UNIT, FROM],
    ]);
    await runner.query(`revoke select (id, scheme) on app.organisation from ${STATISTICS_ROLE};
      revoke select on app.prerequisite_rule from ${STATISTICS_ROLE}`);
  }
}

const FIXED = `f.prerequisites @> array['SEANCE_INFORMATION', 'JDC_A_JOUR', 'PIECES_COMPLETES',
      'PROJET_VALIDE'] then`;
// Asked of everybody by the scheme of the unit on the day on which the referral was sent (ADR 0044).
const ASKED = `not exists (select from app.prerequisite_rule p where p.is_asked and p.scheme = u.scheme
        and coalesce(f.referred_on, (f.submitted_at at time zone 'UTC')::date)
          between p.valid_from and coalesce(p.valid_to, 'infinity')
        and not p.code = any (f.prerequisites)) then`;

const FROM = `from app.referral f left join app.candidacy c on c.referral_id = f.id`;
const WITH_UNIT = `from app.referral f join app.organisation u on u.id = f.unit_id
    left join app.candidacy c on c.referral_id = f.id`;
