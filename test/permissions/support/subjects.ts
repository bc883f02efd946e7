import { randomUUID } from 'node:crypto';
import type { OrganisationKind } from '../../../src/kernel/index.js';
import { seedDirectApplicant } from '../../db/support/seed-direct-applicant.js';
import { seedLedger } from '../../db/support/seed-ledger.js';
import { SeedRows, type SeededCase } from '../../db/support/seed-rows.js';
import { seedTransfer } from '../../db/support/seed-transfer.js';
import type { TestApplication } from '../../support/test-application.js';
import { testPersonId } from '../../support/test-authenticator.js';
import { CODES } from './callers.js';

/** The ids a call speaks of. */
export interface Subject {
  readonly referral: string;
  readonly candidacy: string;
  readonly volunteer: string;
  /** A service that is over. */
  readonly left: string;
  readonly return: string;
  /** Proposed by the first mission locale to one that has no part in the tests. */
  readonly transfer: string;
  readonly contract: string;
  /** Applied to the first unit on their own, announced to the first mission locale. */
  readonly direct: string;
  /** In force; every mission locale reads it. */
  readonly sheet: string;
  /** Another one, to be withdrawn. */
  readonly dropped: string;
  /** To come, with somebody registered. */
  readonly session: string;
  readonly exchange: string;
  readonly mailbox: string;
  readonly review: string;
  readonly merge: string;
  /** The file that stays of that merge. */
  readonly kept: string;
  readonly pending: string;
  readonly preparation: string;
  readonly person: string;
}

/** What the administration acts on: a suspended account and a client, of no organisation's rows. */
export const ADMINISTERED = {
  account: '0e6b1c1e-7d0a-4c57-9c37-3f2b1f6c8a10',
  client: 'client-of-the-tests',
  /** Waits to be applied; the version 1 of the same set was. */
  referenceFile: '3d0c35f0-6c39-4d9e-8d4b-6b8a5a1a9f21',
  /** Shipped: the centre of Brest. */
  organisation: '0b8e0a4a-3fbd-4de5-99c2-4808a15eb637',
};

/** A file of conventions that names none. */
const CONVENTION_HEADER =
  'code_mission_locale;code_unite;premier_jour;dernier_jour;engagements\r\n';

/** Real rows of three missions locales and two units. */
export interface Subjects {
  /** What the first organisation of a kind calls its own. */
  readonly own: Readonly<Record<OrganisationKind, Subject>>;
  /** Sent by nobody yet to the first unit. */
  readonly draft: SeededCase;
}

export async function createSubjects(service: TestApplication): Promise<Subjects> {
  const rows = new SeedRows(service.database.owner);
  const ids = await organisationIds(service);
  const [ml, otherMl] = CODES['mission-locale'].map((code) => ids.get(code) ?? '');
  const [unit, otherUnit] = CODES.unit.map((code) => ids.get(code) ?? '');
  if (!ml || !otherMl || !unit || !otherUnit) throw new Error('the register is not loaded');
  const file = await rows.case(ml, unit);
  await rows.case(otherMl, unit);
  await rows.case(ml, otherUnit);
  for (const id of [ml, otherMl, unit, otherUnit]) await seedLedger(rows, id);
  await addAdministered(service, ml);
  const volunteer = await rows.volunteer(file);
  const returnId = await rows.comingBack(file, volunteer);
  const shared = {
    referral: file.referralId,
    candidacy: file.candidacyId ?? '',
    volunteer,
    left: await rows.left(await rows.volunteer(await rows.case(ml, unit))),
    return: returnId,
    transfer: await seedTransfer(rows, file, returnId, await rows.known('97302S00')),
    contract: await rows.contract(file),
    direct: await seedDirectApplicant(rows, file),
    sheet: await rows.sheet(unit),
    dropped: await seedDirectApplicant(rows, file),
    session: await rows.session(ml, unit, file.personId),
    person: file.personId,
  };
  const ofMl = { ...shared, ...(await ledgerOf(service, ml)) };
  const ofUnit = { ...shared, ...(await ledgerOf(service, unit)) };
  const own = { 'mission-locale': ofMl, unit: ofUnit, national: ofMl };
  return { own, draft: await rows.case(ml, unit, true) };
}

/** Ids that nobody ever gave. */
export function unknownSubject(): Subject {
  return {
    referral: randomUUID(),
    candidacy: randomUUID(),
    volunteer: randomUUID(),
    left: randomUUID(),
    return: randomUUID(),
    transfer: randomUUID(),
    contract: randomUUID(),
    direct: randomUUID(),
    dropped: randomUUID(),
    session: randomUUID(),
    sheet: randomUUID(),
    exchange: randomUUID(),
    mailbox: randomUUID(),
    review: randomUUID(),
    merge: randomUUID(),
    kept: randomUUID(),
    pending: randomUUID(),
    preparation: randomUUID(),
    person: randomUUID(),
  };
}

async function organisationIds({ database }: TestApplication): Promise<Map<string, string>> {
  const { rows } = await database.owner.query<{ id: string; code: string }>(
    'select id, code from app.organisation',
  );
  return new Map(rows.map(({ id, code }) => [code, id]));
}

async function ledgerOf({ database }: TestApplication, organisationId: string) {
  const first = async (table: string): Promise<string> => {
    const sql = `select id from app.${table} where org_id = $1`;
    const { rows } = await database.owner.query<{ id: string }>(sql, [organisationId]);
    return rows[0]?.id ?? '';
  };
  return {
    exchange: await first('exchange_file'),
    mailbox: await first('mailbox_file'),
    review: await first('identity_review'),
    ...(await proposedMerge(database, organisationId)),
    pending: await waitingDeposit(database, organisationId),
    preparation: await preparation(database, organisationId),
  };
}

/** The file that its operator put down: it is nobody else's. */
async function waitingDeposit(
  { owner }: TestApplication['database'],
  organisationId: string,
): Promise<string> {
  const { rows } = await owner.query<{ id: string; code: string }>(
    `select d.id, o.code from app.pending_deposit d join app.organisation o on o.id = d.org_id
     where o.id = $1`,
    [organisationId],
  );
  const { id = '', code = '' } = rows[0] ?? {};
  await owner.query('update app.pending_deposit set depositor_id = $2 where id = $1', [
    id,
    testPersonId('exchange-operator', code),
  ]);
  return id;
}

/** Two files of an organisation that somebody said to be one person. */
async function proposedMerge(
  { owner }: TestApplication['database'],
  organisationId: string,
): Promise<Pick<Subject, 'merge' | 'kept'>> {
  const { rows } = await owner.query<Pick<Subject, 'merge' | 'kept'>>(
    `with pair as (
       insert into app.young_person
         (id, org_id, birth_name, first_names, birth_date, name_key, first_name_key)
       select gen_random_uuid(), $1, 'GRONDIN', '{Emma}', '2005-05-05', 'GRONDIN', 'EMMA'
       from generate_series(1, 2) returning id), shared as (
       insert into app.person_share (owner_org_id, org_id, person_id, valid_from)
       select $1, $1, id, current_date from pair)
     insert into app.person_merge (id, org_id, kept_id, merged_id, state, proposed_by)
     select gen_random_uuid(), $1, (array_agg(id))[1], (array_agg(id))[2], 'proposed', 'x' from pair
     returning id as merge, kept_id as kept`,
    [organisationId],
  );
  return rows[0] ?? { merge: '', kept: '' };
}

/** What an adviser typed and did not send yet. */
async function preparation(
  { owner }: TestApplication['database'],
  organisationId: string,
): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into app.referral_preparation (id, ml_id, adviser_id, typed)
     values (gen_random_uuid(), $1, gen_random_uuid(), '{"nom": "GRONDIN"}') returning id`,
    [organisationId],
  );
  return rows[0]?.id ?? '';
}

async function addAdministered({ database }: TestApplication, organisationId: string) {
  await database.owner.query(
    `with client as (insert into app.machine_client
       (id, client_id, organisation_id, secret_hash, scopes, state)
       values (gen_random_uuid(), $2, $3, 'x', '{referrals:read}', 'active')),
     account as (insert into app.account (id, email, display_name, state)
       values ($1, 'x@x.demo', 'x', 'suspended') returning id)
     insert into app.membership (account_id, organisation_id, role, valid_from)
     select id, $3, 'ml-adviser', '2026-01-01' from account`,
    [ADMINISTERED.account, ADMINISTERED.client, organisationId],
  );
  await database.owner.query(
    `insert into app.reference_file (id, set_name, sha256, content, row_count, put_by,
       put_at, number, applied_by, applied_at, added, changed, ended)
     values ($1, 'conventions', 'x', $2, 0, 'x', now(), null, null, null, null, null, null),
       (gen_random_uuid(), 'conventions', 'x', $2, 0, 'x', now(), 1, 'x', now(), 0, 0, 0)`,
    [ADMINISTERED.referenceFile, CONVENTION_HEADER],
  );
}
