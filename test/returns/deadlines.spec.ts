import { CountSilences } from '../../src/returns/use-cases/count-silences.js';
import { KeepDeadlines } from '../../src/returns/use-cases/keep-deadlines.js';
import { EXIT, NOW, Returning } from './returning.js';

// What time does to returns, on a real database: prepared, late, one step higher, and never twice.

let at: Returning;
beforeAll(async () => {
  at = await Returning.start();
});
afterAll(() => at?.service.close());
beforeEach(() => at.clock.moveTo(NOW));

const deadlines = () => at.service.app.get(KeepDeadlines);
const escalate = async (code = '97411S00') =>
  deadlines().escalate(await at.organisation(code), 'correlation');
const prepare = async () => deadlines().prepare(await at.organisation('RSMA-RE'), 'correlation');
const seen = async (address: string) => (await at.adviser().get(address).expect(200)).body;
const climbsOf = async (address: string) => {
  const { rows } = await at.service.database.owner.query(
    `select command, effective_on::text as on, escalation, acting_role from app.return_transition
     where episode_id = $1 and command in ('escalate', 'chase') order by recorded_at`,
    [address.split('/').at(-1)],
  );
  return rows;
};

describe('A silence', () => {
  it('climbs to the manager on its day in the territory, not a minute before, and once', async () => {
    const { address } = await at.gone();
    // Due on Wednesday 25 November; two working days more: Friday 27, which begins at 20:00 UTC.
    at.clock.moveTo('2026-11-26T19:59:59.000Z');
    expect(await escalate()).toBe(0);
    expect(await seen(address)).toMatchObject({ escalation: 'adviser', next: { isLate: true } });
    at.clock.moveTo('2026-11-26T20:00:00.000Z');
    expect(await escalate()).toBe(1);
    expect(await escalate()).toBe(0);
    expect(await seen(address)).toMatchObject({ escalation: 'manager', state: 'open' });
    expect(await climbsOf(address)).toEqual([
      { command: 'escalate', on: '2026-11-27', escalation: 'manager', acting_role: 'system' },
    ]);
    await at.act(address, 'acknowledge').expect(200);
    expect(await seen(address)).toMatchObject({ escalation: 'adviser' });
  });

  it('makes up after an outage for every step that was missed, each as of its own day', async () => {
    const { address } = await at.gone();
    at.clock.moveTo('2027-01-20T08:00:00.000Z');

    expect(await escalate()).toBeGreaterThanOrEqual(2);
    expect(await climbsOf(address)).toEqual([
      { command: 'escalate', on: '2026-11-27', escalation: 'manager', acting_role: 'system' },
      { command: 'escalate', on: '2026-12-04', escalation: 'arml', acting_role: 'system' },
    ]);
    expect(await escalate()).toBe(0);
  });

  it('climbs too when a return taken up is left there', async () => {
    const { address } = await at.gone();
    await at.act(address, 'acknowledge').expect(200);
    // Fifteen days after Sunday 22 November is Monday 7 December; two working days more.
    at.clock.moveTo('2026-12-09T08:00:00.000Z');

    await escalate();
    expect(await climbsOf(address)).toMatchObject([{ command: 'chase', on: '2026-12-09' }]);
  });

  it('is nobody else’s business: another mission locale moves nothing', async () => {
    const { address } = await at.gone();
    at.clock.moveTo('2027-01-20T08:00:00.000Z');

    expect(await escalate('97600S00')).toBe(0);
    expect(await climbsOf(address)).toEqual([]);
  });
});

describe('A silence that climbed to the region', () => {
  const count = async (code = '97411S00') =>
    at.service.app.get(CountSilences).execute(await at.organisation(code), 'correlation');
  const kept = async () =>
    (await at.service.database.owner.query('select returns, age from app.return_silence')).rows;
  const pilot = async (address: string) =>
    (
      await at.service
        .person('national-pilot', 'UNML')
        .get(address)
        .set('accept', 'text/html')
        .expect(200)
    ).text;

  it('is a figure for whoever may know no name, and is taken away once somebody acts', async () => {
    const owner = at.service.database.owner;
    await owner.query(`update app.return_episode set state = 'cancelled', due_on = null,
      due_rule = null, escalates_on = null where state in ('open', 'acknowledged')`);
    const { address } = await at.gone();
    at.clock.moveTo('2026-12-10T08:00:00.000Z');
    expect(await count()).toBe(0);
    expect(await kept()).toEqual([]);
    expect(await pilot('/retours-signales')).toContain('Aucun retour signalé');

    await escalate();
    expect([await count(), await count('97600S00')]).toEqual([1, 0]);
    expect(await kept()).toEqual([{ returns: null, age: 'under-a-month' }]);
    const page = await pilot('/retours-signales');
    expect(page).toContain('Moins de 11');
    expect(page).not.toContain('PAYET');
    expect(await pilot('/')).toContain('mission locale à appeler pour ses retours');
    await at.adviser().get('/retours-signales').set('accept', 'text/html').expect(403);
    const software = await at.service.as('UNML');
    const { body } = await software.get('/api/v1/return-silences').expect(200);
    expect(body).toMatchObject({
      items: [{ missionLocale: { code: '97411S00' }, returns: null, oldest: 'under-a-month' }],
      ...{ next: null, total: 1 },
    });
    await at.adviser().get('/api/v1/return-silences').expect(403);

    await at.act(address, 'acknowledge').expect(200);
    expect(await count()).toBe(0);
    expect(await kept()).toEqual([]);
  });
});

describe('A preparation', () => {
  it('comes thirty days before the planned end, once, and opens on the exit', async () => {
    const service = await at.inService({ plannedEndOn: '2027-03-31' });
    const others = await prepare();
    expect(await at.returnsOf(service)).toEqual([]);

    // 1 March 2027 in La Réunion.
    at.clock.moveTo('2027-02-28T19:59:59.000Z');
    await prepare();
    expect(await at.returnsOf(service)).toEqual([]);
    at.clock.moveTo('2027-02-28T20:00:00.000Z');
    expect(await prepare()).toBe(1);
    expect(await prepare()).toBe(0);
    expect(others).toBe(0);
    expect(await at.returnsOf(service)).toMatchObject([
      { state: 'prepared', cause: 'planned-end', next: { dueOn: '2027-03-31', isLate: false } },
    ]);
    await at.tell(service, 'exit', { ...EXIT, exitedOn: '2027-03-01' }).expect(200);
    expect(await at.returnsOf(service)).toMatchObject([{ state: 'open', cause: 'dropout' }]);
  });

  it('comes at once when the unit announces an exit that is near', async () => {
    const service = await at.inService();
    await at.tell(service, 'announce-exit', { ...EXIT, exitedOn: '2026-12-10' }).expect(200);

    expect(await at.returnsOf(service)).toMatchObject([
      { state: 'prepared', cause: 'dropout', next: { dueOn: '2026-12-10' } },
    ]);
  });
});

describe('A length set for a territory', () => {
  it('holds from its day on, and moves no date already given', async () => {
    const before = await at.gone();
    await at.service.database.owner.query(
      `insert into app.deadline_rule (rule, length, territory, valid_from)
       values ('return-acknowledge', 10, 'RE', '2026-11-23')`,
    );
    at.clock.moveTo('2026-11-23T08:00:00.000Z');
    const after = await at.gone({ exitedOn: '2026-11-23' });

    expect((await seen(before.address)).next.dueOn).toBe('2026-11-25');
    expect((await seen(after.address)).next).toMatchObject({
      dueOn: '2026-12-07',
      explanation: expect.stringContaining('10\u00A0jours ouvrés'),
    });
    await at.service.database.owner.query('delete from app.deadline_rule');
  });
});
