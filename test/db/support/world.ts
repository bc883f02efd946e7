import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { ScopedClient } from './scoped-client.js';
import { seedDirectApplicant } from './seed-direct-applicant.js';
import { seedLedger } from './seed-ledger.js';
import { SeedRows, type SeededCase } from './seed-rows.js';
import { seedTransfer } from './seed-transfer.js';

/** Three missions locales and two units at work, every table holding rows of each of them. */
export interface World {
  readonly database: TestDatabase;
  readonly rows: SeedRows;
  /** The application's connection. */
  readonly app: ScopedClient;
  readonly missionLocales: readonly [string, string, string];
  readonly units: readonly [string, string];
  readonly national: string;
  /** First mission locale to first unit; others follow. */
  readonly cases: readonly [SeededCase, SeededCase, SeededCase];
  /** Third mission locale to second unit, not sent. */
  readonly draft: SeededCase;
  /** Somebody who applied to the first unit without a mission locale. */
  readonly direct: { readonly personId: string; readonly candidacyId: string };
  close(): Promise<void>;
}

export async function createWorld(): Promise<World> {
  const database = await createTestDatabase();
  const rows = new SeedRows(database.owner);
  const [a, b, c] = [await ml(rows, '97411S00'), await ml(rows, '97412S00'), await ml(rows, '2')];
  const [x, y] = [await rows.organisation('RSMA-RE', 'unit'), await rows.organisation('X', 'unit')];
  const national = await rows.organisation('UNML', 'national');
  const cases = [await rows.case(a, x), await rows.case(a, y), await rows.case(b, x)] as const;
  for (const file of cases) {
    await rows.conclusion(file.unitId, file.missionLocaleId, String(file.candidacyId));
    const volunteer = await rows.volunteer(file);
    const returnId = await rows.comingBack(file, volunteer);
    await seedTransfer(rows, file, returnId, file.missionLocaleId === a ? b : a);
    await rows.becoming(file, volunteer);
    await rows.contract(file);
    await seedDirectApplicant(rows, file);
    await rows.tick(file);
    await rows.session(file.missionLocaleId, file.unitId, file.personId);
  }
  for (const unit of [x, y]) await rows.sheet(unit);
  for (const file of cases) await rows.notes(file.missionLocaleId, file.unitId);
  const draft = await rows.case(c, y, true);
  const direct = await directApplicant(rows, x);
  await proposedMerge(rows, a, cases[0].personId, cases[1].personId);
  await correction(rows, a, cases[0].personId);
  for (const ml_id of [a, b, c]) {
    await preparation(rows, ml_id);
    await rows.insert('return_silence', { ml_id, age: 'longer', counted_at: '2026-11-20' });
  }
  for (const org_id of [a, x]) await reading(rows, org_id, cases[0].personId);
  for (const organisation of [a, b, c, x, y]) await seedLedger(rows, organisation);
  await rows.insert('inbox_receipt', { consumer: 'c', message_id: a });
  const app = await ScopedClient.open(database);
  const close = async (): Promise<void> => {
    await app.close();
    await database.drop();
  };
  const organisations = { missionLocales: [a, b, c], units: [x, y], national } as const;
  return { database, rows, app, ...organisations, cases, draft, direct, close };
}

function ml(rows: SeedRows, code: string): Promise<string> {
  return rows.organisation(code, 'mission-locale');
}

/** What an adviser typed and did not send yet. */
async function preparation(rows: SeedRows, ml_id: string): Promise<void> {
  const typed = JSON.stringify({ nom: 'PAYET' });
  await rows.insert('referral_preparation', { id: randomUUID(), ml_id, adviser_id: ml_id, typed });
}

/** Somebody of the organisation looked at a file just now. */
async function reading(rows: SeedRows, org_id: string, person_id: string): Promise<void> {
  const read_at = new Date().toISOString();
  await rows.insert('person_reading', { account_id: randomUUID(), person_id, org_id, read_at });
}

/** Two files of one mission locale that may be one person. */
async function proposedMerge(rows: SeedRows, org_id: string, kept: string, merged: string) {
  const pair = { kept_id: kept, merged_id: merged, state: 'proposed', proposed_by: 'x' };
  await rows.insert('person_merge', { id: randomUUID(), org_id, ...pair });
}

/** What was corrected of somebody. */
async function correction(rows: SeedRows, org_id: string, person_id: string) {
  const ids = { id: randomUUID(), org_id, person_id, correction_id: randomUUID() };
  const by = { actor_type: 'person', actor_id: 'x', acting_role: 'ml-adviser', channel: 'page' };
  await rows.insert('person_correction', { ...ids, field: 'phone', after: '0692000000', ...by });
}

async function directApplicant(rows: SeedRows, unitId: string): Promise<World['direct']> {
  const personId = await rows.person(unitId);
  await rows.share(unitId, personId, unitId);
  return { personId, candidacyId: await rows.candidacy({ unitId, personId }) };
}
