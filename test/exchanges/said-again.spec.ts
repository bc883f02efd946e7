import fc from 'fast-check';
import { DRAWN_HISTORIES, NO_LIMIT } from './support/drawn-histories.js';
import { Emitters, ML, newPeople, UNIT, type Report, type Somebody } from './support/emitters.js';
import { deliveries, history, repetitions } from './support/told-histories.js';
import { ToldWorld } from './support/told-world.js';

// The short way of a row that says what the last row of its record said (ADR 0029).

describe('Rows said again', () => {
  let partners: Emitters;

  beforeAll(async () => {
    partners = await Emitters.start();
  });
  beforeEach(() => partners.emptySlots());
  afterAll(() => partners?.service.close());

  const CONFIRMED = [{ code: 'CONTENU_DEJA_RECU' }];
  const tell = (row: ReturnType<Somebody['decided']>): Promise<Report> =>
    partners.send('SUI', UNIT, { nature: 'S', rows: [row], confirmations: CONFIRMED });
  const say = (one: Somebody): Promise<Report> =>
    tell(one.decided({ code_suite: 'AJOURNE', date_reexamen: '2027-03' }));

  /** What is said of the row, apart from what is said of the file. */
  const ofRow = ({ said }: Report): string[] => said.filter((one) => one.startsWith('2 '));

  async function saidOnce(): Promise<Somebody> {
    const [one] = newPeople(1);
    await partners.send('ORI', ML, { nature: 'S', rows: [one!.referred()] });
    expect((await say(one!)).compteurs).toMatchObject({ appliquees: 1 });
    return one!;
  }

  /** The file of the person takes another name behind the back of the service: only who compares identities sees it. */
  const rename = ({ name }: Somebody): Promise<unknown> =>
    partners.look(
      `update app.young_person set birth_name = 'PAYET', name_key = 'PAYET'
      where birth_name = $1`,
      name,
    );

  const OF_PERSON = 'person_id in (select person_id from app.referral where reference = $1)';
  const OF_REFERRAL = 'referral_id in (select id from app.referral where reference = $1)';

  it('are settled by their mark alone, with the date of the last one', async () => {
    const one = await saidOnce();
    await rename(one);
    const again = await say(one);
    expect(again.compteurs).toMatchObject({ lues: 1, inchangees: 1 });
    expect(ofRow(again)).toEqual([]);
    const [record] = await partners.look<{ version: number; number: number }>(
      `select version, as_of_sequence as number from app.candidacy where ${OF_REFERRAL}`,
      one.reference,
    );
    expect((await say(one)).compteurs).toMatchObject({ inchangees: 1 });
    const [later] = await partners.look(
      `select version, as_of_sequence as number from app.candidacy where ${OF_REFERRAL}`,
      one.reference,
    );
    expect(later).toEqual({ version: record!.version, number: record!.number + 1 });
  });

  it.each([
    [
      'the person',
      `update app.young_person set version = version + 1
      where id in (select person_id from app.referral where reference = $1)`,
    ],
    ['the candidacy', `update app.candidacy set version = version + 1 where ${OF_REFERRAL}`],
    [
      'what a human said of the person',
      `insert into app.identity_verdict (id, org_id, person_id, identity_key,
        says, review_id, said_by, withdrawn_at)
      select gen_random_uuid(), unit_id, person_id, 'X|Y|2005-03-11', 'same', gen_random_uuid(), 'x', now()
      from app.candidacy where ${OF_PERSON}`,
    ],
    ['whom the unit may see', `delete from app.person_share where ${OF_PERSON}`],
  ])('are decided in full once %s has moved', async (_, move) => {
    const one = await saidOnce();
    await rename(one);
    await partners.look(move, one.reference);
    const again = await say(one);
    expect(again.compteurs).toMatchObject({ lues: 1 });
    expect(ofRow(again)).not.toEqual([]);
  });

  it('are decided in full when anything of the row is another', async () => {
    const one = await saidOnce();
    await rename(one);
    const again = await tell(one.decided({ code_suite: 'AJOURNE', date_reexamen: '2027-04' }));
    expect(again.compteurs).toMatchObject({ lues: 1, inchangees: 0 });
    expect(ofRow(again)).not.toEqual([]);
  });

  it('are refused when the referral turns out to be more recent than the answer', async () => {
    const one = await saidOnce();
    await partners.look(
      `update app.referral set referred_on = '2026-12-01' where reference = $1`,
      one.reference,
    );
    const again = await say(one);
    expect(ofRow(again)).toEqual(['2 CHRONOLOGIE date_suite SUITE_AVANT_ORIENTATION']);
  });

  it('open no medical conclusion', async () => {
    const [one] = newPeople(1);
    await partners.send('ORI', ML, { nature: 'S', rows: [one!.referred()] });
    const row = one!.decided({ code_suite: 'INAPTE_TEMPORAIRE', date_reexamen: '2027-03' });
    const send = () => tell(row);
    expect((await send()).compteurs).toMatchObject({ appliquees: 1 });
    expect((await send()).compteurs).toMatchObject({ inchangees: 1 });
    const [read] = await partners.look<{ count: number }>(
      `select count(*)::int from app.audit_event where command = 'medical-conclusion.read' and detail = 'decision'
       and resource_id in (select id::text from app.candidacy where ${OF_REFERRAL})`,
      one!.reference,
    );
    expect(read).toEqual({ count: 0 });
  });
});

describe('Files of which rows are said again', () => {
  let partners: Emitters;

  beforeAll(async () => {
    partners = await Emitters.start('2027-01-03T08:00:00.000Z');
  });
  afterAll(() => partners?.service.close());

  it(
    'leave the same records, fates and reports as when every row is decided in full',
    async () => {
      const sent = history.chain((files) =>
        fc.oneof(repetitions(files), repetitions(files), deliveries(files)),
      );
      await fc.assert(
        fc.asyncProperty(sent, async (files) => {
          const short = await ToldWorld.begin(partners);
          await short.deliverAsNumbered(files);
          const long = await ToldWorld.begin(partners, { isForgetful: true });
          await long.deliverAsNumbered(files);
          expect(short.outcomes).toEqual(long.outcomes);
          expect(await short.present()).toEqual(await long.present());
          expect(await short.effects()).toEqual(await long.effects());
        }),
        DRAWN_HISTORIES,
      );
    },
    NO_LIMIT,
  );
});
