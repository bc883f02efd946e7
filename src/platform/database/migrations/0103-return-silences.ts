import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** What the association of a region may know of the returns that its missions locales leave silent. */
export class ReturnSilences1760000000103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SILENCES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table app.return_silence');
  }
}

// Figures alone, none below the floor of PRV-19. A mission locale keeps its own; a national body reads
// all, a regional one those of its department overseas, and of the mainland for the rest to be left out.
const SILENCES = `
create table app.return_silence (
  ml_id uuid primary key constraint return_silence_ml references app.organisation (id),
  returns int constraint return_silence_floor check (returns >= 11),
  age text not null constraint return_silence_age
    check (age in ('under-a-month', 'under-three-months', 'longer')),
  counted_at timestamptz not null
);
${protect('return_silence', [
  {
    role: 'passerelle_mission_locale',
    privileges: 'select, insert, delete, update (returns, age, counted_at)',
    using: 'ml_id = app.current_org()',
  },
  {
    role: 'passerelle_national',
    privileges: 'select',
    using: `exists (select from app.organisation b join app.organisation m on m.id = ml_id
      where b.id = app.current_org() and (b.department is null or b.department = m.department
        or (length(b.department) = 2 and length(m.department) = 2)))`,
  },
])};
`;
