import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteCounts } from './statistics-door.js';

/** Exits before the end and without insertion are counted by the side that their reason comes from. */
export class ExitsBySide1760000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rewriteCounts(runner, [[PHASES, PHASES_AND_SIDES]]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewriteCounts(runner, [[PHASES_AND_SIDES, PHASES]]);
  }
}

const PHASES = `when v.exited_on < v.incorporated_on + interval '2 months' then 'early-probation'
      else 'early-later' end`;
// Reasons that come from nobody stand with force majeure: apart, it would count medical ends (PRV-21).
const PHASES_AND_SIDES = `else case when v.exited_on < v.incorporated_on + interval '2 months'
          then 'early-probation' else 'early-later' end
        || case when v.exit_reason in ('DENONCIATION_VOLONTAIRE', 'RESILIATION_DEMANDE',
            'DEPART_SANS_AUTORISATION') then '-young'
          when v.exit_reason in ('DENONCIATION_AUTORITE', 'RESILIATION_AUTORITE') then '-unit'
          else '-other' end end`;
