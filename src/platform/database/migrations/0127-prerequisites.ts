import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SCOPE_ROLES } from '../scope-roles.js';
import { protect } from './row-level-security.js';

/** Prerequisites become dated reference data, and each box keeps its day and its author. */
export class Prerequisites1760000000127 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [RULES, SHIPPED, TICKS, setsOf([...SETS, 'prerequis'])]) {
      await runner.query(sql);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.reference_file disable trigger reference_file_kept;
      delete from app.reference_file where set_name = 'prerequis';
      alter table app.reference_file enable trigger reference_file_kept`);
    await runner.query(setsOf(SETS));
    await runner.query('drop table app.prerequisite_tick, app.prerequisite_rule');
  }
}

const SETS = ['organismes', 'conventions', 'couverture', 'delais'];

function setsOf(sets: readonly string[]): string {
  return `
alter table app.reference_file drop constraint reference_file_set;
alter table app.reference_file add constraint reference_file_set
  check (set_name in (${sets.map((set) => `'${set}'`).join(', ')}));
`;
}

const RULES = `
create table app.prerequisite_rule (
  scheme text not null constraint prerequisite_rule_scheme check (scheme in ('SMA', 'SMV')),
  code text not null,
  valid_from date not null,
  valid_to date,
  is_asked boolean not null,
  constraint prerequisite_rule_pkey primary key (scheme, code, valid_from),
  constraint prerequisite_rule_period check (valid_to is null or valid_to >= valid_from)
);
grant select on app.prerequisite_rule to ${SCOPE_ROLES.join(', ')};
grant insert, update on app.prerequisite_rule to passerelle_technical;
`;

// What every referral could say until today; the four asked of everybody are those that the indicator of
// complete prerequisites counts.
const SHIPPED = `
insert into app.prerequisite_rule (scheme, code, valid_from, is_asked)
select s.scheme, p.code, '2020-01-01', p.is_asked
from (values ('SMA'), ('SMV')) s (scheme)
cross join (values ('SEANCE_INFORMATION', true), ('JDC_A_JOUR', true), ('PIECES_COMPLETES', true),
  ('PROJET_VALIDE', true), ('MOBILITE', false), ('PERMIS_EN_COURS', false),
  ('CERTIFICAT_SPORT', false)) p (code, is_asked);
`;

// When and by whom, and never a document. The unit reads what is ticked, on the referral itself.
const TICKS = `
create table app.prerequisite_tick (
  referral_id uuid not null,
  ml_id uuid not null,
  unit_id uuid not null,
  code text not null,
  ticked_on date not null,
  actor_type text not null,
  actor_id text not null,
  acting_role text not null,
  channel text not null,
  file_id uuid,
  file_line int,
  constraint prerequisite_tick_pkey primary key (referral_id, code),
  constraint prerequisite_tick_referral foreign key (ml_id, referral_id, unit_id)
    references app.referral (ml_id, id, unit_id)
);
${protect('prerequisite_tick', [
  {
    role: 'passerelle_mission_locale',
    privileges: `select, insert, update (ticked_on, actor_type, actor_id, acting_role, channel)`,
    using: 'ml_id = app.current_org()',
  },
])};
`;
