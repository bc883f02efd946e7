import { randomUUID } from 'node:crypto';
import { ACT, type SeededCase, type SeedRows } from './seed-rows.js';

/** Somebody whom a unit did not take, announced to a mission locale. */
export async function seedDirectApplicant(
  rows: SeedRows,
  { unitId: unit_id, missionLocaleId: ml_id }: Pick<SeededCase, 'unitId' | 'missionLocaleId'>,
): Promise<string> {
  const id = randomUUID();
  await rows.insert('direct_applicant', {
    id,
    unit_id,
    unit_file_number: `D-${id.slice(0, 8).toUpperCase()}`,
    residence_code: '97411',
    age_band: '21_23',
    decided_on: '2026-11-18',
    invited_on: '2026-11-18',
    outcome: 'NON_RETENU',
    agreed_on: '2026-11-18',
    birth_name: 'PAYET',
    first_names: ['Léa'],
    birth_date: '2005-03-11',
    ml_id,
    state: 'announced',
    state_on: '2026-11-18',
    due_on: '2026-12-03',
  });
  const line = {
    direct_applicant_id: id,
    unit_id,
    ml_id,
    command: 'record',
    to_state: 'announced',
  };
  await rows.insert('direct_applicant_transition', { ...line, ...ACT });
  await rows.insert('direct_applicant_retraction', {
    ...{ direct_applicant_id: id, unit_id, ml_id, unit_file_number: `D-${id.slice(0, 8)}` },
    ...{ age_band: '21_23', decided_on: '2026-11-18', invited_on: '2026-11-18' },
    ...{ outcome: 'NON_RETENU', retracted_on: '2026-11-19' },
  });
  return id;
}
