import type { MigrationInterface, QueryRunner } from 'typeorm';
import { STATISTICS_ROLE } from '../scope-roles.js';
import { asStatistics } from './statistics-door.js';

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

const COUNTS = 'app.committee_counts(date, date)';

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

/**
 * A function that counts as it is, but for some of its words: what else it counts stays as it was reviewed.
 *
 * @param counts its signature: a constant of a migration
 */
export async function rewriteCounts(
  runner: QueryRunner,
  words: readonly (readonly [before: string, after: string])[],
  counts: string = COUNTS,
): Promise<void> {
  const [found] = (await runner.query(
    `select pg_get_functiondef('${counts}'::regprocedure) as definition`,
  )) as { definition: string }[];
  let definition = found?.definition ?? '';
  for (const [before, after] of words) {
    if (definition.split(before).length !== 2) throw new Error('the counts are not as expected');
    definition = definition.replace(before, () => after);
  }
  await runner.query(`drop function ${counts}`);
  await runner.query(definition);
  await asStatistics(runner, counts);
}
