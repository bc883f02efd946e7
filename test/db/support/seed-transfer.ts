import { randomUUID } from 'node:crypto';
import { ACT, type SeededCase, type SeedRows } from './seed-rows.js';

const DECIDED_ON = JSON.stringify({
  birthName: 'PAYET',
  usageName: null,
  firstNames: ['Léa'],
  birthDate: '2005-03-11',
  postalCode: '97400',
  communeCode: '97411',
});

/** A return that its mission locale proposes to another. */
export async function seedTransfer(
  rows: SeedRows,
  { unitId: unit_id, missionLocaleId: ml_id, personId: person_id }: SeededCase,
  episode_id: string,
  to_ml_id: string,
): Promise<string> {
  const id = randomUUID();
  await rows.insert('return_transfer', {
    id,
    unit_id,
    ml_id,
    to_ml_id,
    episode_id,
    person_id,
    reason: 'DEMENAGEMENT',
    state: 'proposed',
    cause: 'dropout',
    ends_on: '2026-11-20',
    proposed_on: '2026-11-20',
    due_on: '2026-11-27',
  });
  for (const kind of ['identity', 'person', 'service']) {
    const content = kind === 'identity' ? DECIDED_ON : '{}';
    await rows.insert('return_transfer_part', { unit_id, transfer_id: id, kind, content });
  }
  const line = { unit_id, transfer_id: id, command: 'propose', to_state: 'proposed' };
  await rows.insert('return_transfer_transition', { ...line, ...ACT });
  return id;
}
