import { Emitters, ML, newPeople, Somebody, type Sent } from './support/emitters.js';

// What a photo leaves out (exchange.md 6.5 #91). A unit of its own for each test: nobody asks about
// what another test left open.

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
afterAll(() => partners?.service.close());

/** Referred in October to a unit. */
async function referredTo(unit: string, count: number): Promise<Somebody[]> {
  const over = { code_unite: unit };
  const people = Array.from({ length: count }, () => new Somebody(over));
  const early = { date_orientation: '2026-10-10', date_information_jeune: '2026-10-09' };
  await partners.send('ORI', ML, { nature: 'S', rows: people.map((one) => one.referred(early)) });
  return people;
}

/** Already told by a notice of the unit, still open. */
async function toldBy(unit: string, count: number): Promise<Somebody[]> {
  const people = await referredTo(unit, count);
  const rows = people.map((one) => one.answered({ code_unite: unit }));
  await partners.send('SUI', unit, { nature: 'S', rows });
  return people;
}

/** Rows of the unit that still say the same. */
const same = (unit: string, ...people: Somebody[]) =>
  people.map((one) => one.answered({ code_unite: unit }));

async function anomaliesOf(emitter: string, flow: 'SUI' | 'ORI', sent: Sent) {
  const { id, ...report } = await partners.send(flow, emitter, sent);
  const agent = await partners.service.as(emitter);
  const { body } = await agent.get(`/api/v1/exchanges/${id}/report`).expect(200);
  return { ...report, anomalies: body.anomalies as Record<string, unknown>[] };
}

describe('A photo that leaves an open case out', () => {
  it('is applied, and its emitter is asked about the case, which stays as it was', async () => {
    const unit = 'RSMA-GP';
    const [cited, omitted] = await toldBy(unit, 2);
    const report = await anomaliesOf(unit, 'SUI', { nature: 'I', rows: same(unit, cited!) });
    expect(report).toMatchObject({ state: 'applied', code: 1, said: ['* ABSENT_DU_STOCK'] });
    expect(report.anomalies[0]).toMatchObject({ niveau: 'A_CONFIRMER', ligne: null });
    const { message } = report.anomalies[0] as { message: string };
    expect(message).toContain(`1 dossier(s)`);
    expect(message).toContain(omitted!.fileNumber);
    expect(message).not.toContain(cited!.fileNumber);
    expect(message).not.toContain(omitted!.name);
    expect(await partners.candidacy(omitted!.reference, unit)).toMatchObject({
      state: 'in-evaluation',
    });

    const completed = await partners.send('SUI', unit, { rows: same(unit, omitted!) });
    expect(completed).toMatchObject({ code: 0, said: [] });
    const replaced = await partners.send('SUI', unit, { nature: 'R', rows: same(unit, cited!) });
    expect(replaced.said).toEqual(['* ABSENT_DU_STOCK']);
    const whole = { nature: 'R', rows: same(unit, cited!, omitted!) } as const;
    expect(await partners.send('SUI', unit, whole)).toMatchObject({ code: 0, said: [] });
  });

  it('cites those whose rows are refused', async () => {
    const unit = 'RSMA-MQ';
    const [cited, refused] = await toldBy(unit, 2);
    const wrong = refused!.decided({ code_unite: unit, date_suite: '2026-02-31' });
    const rows = [...same(unit, cited!), wrong];
    const report = await partners.send('SUI', unit, { nature: 'I', rows });
    expect(report).toMatchObject({ code: 2, said: ['3 type-error date_suite DATE_IMPOSSIBLE'] });
  });

  it('is not asked about what its manifest confirms', async () => {
    const unit = 'RSMA-GF';
    const [cited] = await toldBy(unit, 2);
    const confirmations = [{ code: 'ABSENT_DU_STOCK' }];
    const report = await partners.send('SUI', unit, {
      nature: 'I',
      rows: same(unit, cited!),
      confirmations,
    });
    expect(report).toMatchObject({ code: 0, said: [] });
  });

  it('is not asked about what its files never told, have told since, or have closed', async () => {
    const unit = 'RSMA-NC';
    const [cited, , decided, since] = await referredTo(unit, 4);
    const rows = [
      ...same(unit, cited!),
      decided!.decided({ code_unite: unit }),
      since!.answered({ code_unite: unit, date_etat: '2026-12-02' }),
    ];
    await partners.send('SUI', unit, { nature: 'S', rows });
    const report = await partners.send('SUI', unit, { nature: 'I', rows: same(unit, cited!) });
    expect(report).toMatchObject({ code: 0, said: [] });
  });

  it('may say that there is nothing at all, and is asked about all', async () => {
    const unit = 'SMV-BREST';
    await toldBy(unit, 12);
    const report = await anomaliesOf(unit, 'SUI', { nature: 'N', rows: [] });
    expect(report).toMatchObject({ code: 1, said: ['* ABSENT_DU_STOCK'] });
    const { message } = report.anomalies[0] as { message: string };
    expect(message).toMatch(/ 12 dossier\(s\) .*…\.$/u);
  });

  it('is asked in test mode too, without any effect', async () => {
    const unit = 'RSMA-YT';
    const [cited, omitted] = await toldBy(unit, 2);
    const rehearsed = { mode: 'T', nature: 'I' } as const;
    const alone = { ...rehearsed, rows: same(unit, cited!) };
    expect((await partners.send('SUI', unit, alone)).said).toEqual(['* ABSENT_DU_STOCK']);
    const whole = { mode: 'T', nature: 'R', rows: same(unit, cited!, omitted!) } as const;
    expect((await partners.send('SUI', unit, whole)).said).toEqual([]);
  });

  it('of a mission locale is asked about its referrals', async () => {
    const ml = '97416S00';
    const people = newPeople(2);
    const rows = people.map((one) => one.referred({ code_structure: ml }));
    await partners.send('ORI', ml, { nature: 'S', rows });
    const [cited, omitted] = people;
    const report = await anomaliesOf(ml, 'ORI', {
      nature: 'I',
      rows: [cited!.referred({ code_structure: ml })],
    });
    expect(report).toMatchObject({ state: 'applied', code: 1, said: ['* ABSENT_DU_STOCK'] });
    const { message } = report.anomalies[0] as { message: string };
    expect(message).toContain(omitted!.reference);
    expect(await partners.referral(omitted!.reference, ml)).toMatchObject({ state: 'submitted' });
  });
});
