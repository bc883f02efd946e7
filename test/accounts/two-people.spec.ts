import {
  ApproveAccount,
  CreateAccount,
  IdentifyOperator,
  type CreateAccountCommand,
} from '../../src/accounts/index.js';
import type { PersonActor, Role } from '../../src/kernel/index.js';
import { accountsApp, operator, type AccountsApp } from './fixture.js';

const TRACE = { channel: { kind: 'system', task: 'account' }, correlationId: 'c-1' } as const;
let home: AccountsApp;

beforeAll(async () => {
  home = await accountsApp();
});

afterAll(() => home.close());

function create(
  email: string,
  over: Partial<CreateAccountCommand> = {},
  actor = operator('create'),
) {
  const command = {
    displayName: 'Élodie Hoarau',
    role: 'admin' as Role,
    organisationCode: 'NATIONAL',
  };
  return home.app
    .get(CreateAccount, { strict: false })
    .execute({ ...command, email, ...over }, actor);
}

function approve(email: string, approvalCode: string, actor: PersonActor | 'command line') {
  return home.app
    .get(ApproveAccount, { strict: false })
    .execute({ email, approvalCode }, actor === 'command line' ? operator('approve') : actor);
}

function identify(email: string): Promise<PersonActor> {
  return home.app.get(IdentifyOperator, { strict: false }).execute(email, TRACE);
}

async function createdBy(
  actor: PersonActor,
  email: string,
  over: Partial<CreateAccountCommand> = {},
) {
  const command = {
    displayName: 'Marc Técher',
    role: 'admin' as Role,
    organisationCode: 'NATIONAL',
  };
  return home.app
    .get(CreateAccount, { strict: false })
    .execute({ ...command, email, ...over }, actor);
}

async function stateOf(email: string): Promise<unknown> {
  const { rows } = await home.database.owner.query(
    'select state from app.account where email = $1',
    [email],
  );
  return rows[0]?.state;
}

/** The first two administrators, as an operator makes them on a new service. */
async function firstTwo(): Promise<[PersonActor, PersonActor]> {
  const known = await identify('first@national.demo').catch(() => undefined);
  if (!known) {
    const first = await create('first@national.demo');
    await approve('first@national.demo', first.approvalCode, 'command line');
    const second = await create('second@national.demo');
    const approver = await identify('first@national.demo');
    await approve('second@national.demo', second.approvalCode, approver);
  }
  return [await identify('first@national.demo'), await identify('second@national.demo')];
}

describe('An account', () => {
  it('opens nothing until somebody approves it', async () => {
    await create('waiting@national.demo');
    expect(await stateOf('waiting@national.demo')).toBe('pending');
    await expect(identify('waiting@national.demo')).rejects.toThrow('administratrice');
  });

  it('is opened by the command line for the first administrator only', async () => {
    const adviser = await create('early@ml-nord.demo', {
      role: 'ml-adviser',
      organisationCode: '97411S00',
    });
    await expect(
      approve('early@ml-nord.demo', adviser.approvalCode, 'command line'),
    ).rejects.toMatchObject({ code: 'accounts-forbidden' });
    await firstTwo();
    const third = await create('third@national.demo');
    await expect(
      approve('third@national.demo', third.approvalCode, 'command line'),
    ).rejects.toMatchObject({ code: 'accounts-forbidden' });
  });

  it('is opened by a second administrator, and by nobody twice', async () => {
    const [first, second] = await firstTwo();
    const { approvalCode } = await createdBy(first, 'Conseiller@ML-Nord.demo', {
      role: 'ml-adviser',
      organisationCode: '97411S00',
    });
    await approve('conseiller@ml-nord.demo', approvalCode, second);
    expect(await stateOf('conseiller@ml-nord.demo')).toBe('active');
    await expect(approve('conseiller@ml-nord.demo', approvalCode, second)).rejects.toMatchObject({
      code: 'account-not-pending',
    });
  });

  it('is not opened by the administrator who created it', async () => {
    const [first] = await firstTwo();
    const { approvalCode } = await createdBy(first, 'alone@national.demo');
    await expect(approve('alone@national.demo', approvalCode, first)).rejects.toMatchObject({
      code: 'second-person-needed',
    });
    expect(await stateOf('alone@national.demo')).toBe('pending');
  });

  it('is not opened with the code of another account', async () => {
    const [first, second] = await firstTwo();
    const mine = await createdBy(second, 'mine@national.demo');
    await createdBy(first, 'other@national.demo');
    await expect(approve('other@national.demo', mine.approvalCode, first)).rejects.toMatchObject({
      code: 'wrong-approval-code',
    });
  });

  it('is opened once when two administrators approve at the same time', async () => {
    const [first, second] = await firstTwo();
    const { approvalCode, id } = await create('raced@national.demo');
    const both = await Promise.allSettled(
      [first, second].map((actor) => approve('raced@national.demo', approvalCode, actor)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { rows } = await home.database.owner.query(
      `select count(*) from app.audit_event where resource_id = $1 and command = 'account.approve'`,
      [id],
    );
    expect(rows[0].count).toBe('1');
  });

  it('leaves who created and who approved it in the journal, without the address', async () => {
    const [first, second] = await firstTwo();
    const { id, approvalCode } = await createdBy(first, 'told@national.demo');
    await approve('told@national.demo', approvalCode, second);
    const { rows } = await home.database.owner.query(
      `select command, actor_id, acting_role, a::text as whole from app.audit_event a
       where resource_id = $1 order by recorded_at`,
      [id],
    );
    expect(rows).toMatchObject([
      { command: 'account.create', actor_id: first.id, acting_role: 'admin' },
      { command: 'account.approve', actor_id: second.id, acting_role: 'admin' },
    ]);
    expect(rows.some(({ whole }) => String(whole).includes('told@'))).toBe(false);
  });

  it('exists once per address, whatever its case', async () => {
    await create('twice@national.demo');
    await expect(create('TWICE@national.demo')).rejects.toMatchObject({
      code: 'account-already-exists',
    });
  });

  it.each<[string, Partial<CreateAccountCommand>]>([
    ['/email', { email: 'nobody' }],
    ['/displayName', { displayName: ' ' }],
    ['/displayName', { displayName: 'Élodie\nHoarau' }],
    ['/organisationCode', { organisationCode: '97499S00' }],
    ['/role', { role: 'recruiter', organisationCode: '97411S00' }],
    ['/role', { role: 'ml-adviser', organisationCode: 'NATIONAL' }],
  ])('is refused with the fault at %s for %j', async (pointer, over) => {
    await expect(create('fault@national.demo', over)).rejects.toMatchObject({
      code: 'invalid-account-data',
      issues: [{ pointer }],
    });
    expect(await stateOf('fault@national.demo')).toBeUndefined();
  });

  it('is created by an administrator only', async () => {
    const [first] = await firstTwo();
    await expect(
      createdBy({ ...first, role: 'ml-manager' }, 'stolen@ml-nord.demo'),
    ).rejects.toMatchObject({ code: 'accounts-forbidden' });
  });
});
