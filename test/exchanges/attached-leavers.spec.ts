import type { Row } from './support/deposits.js';
import { Emitters, newPeople, UNIT, type Somebody } from './support/emitters.js';
import { incorporated, left } from './support/service-rows.js';

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
afterAll(() => partners?.service.close());

const DIRECT = { reference_orientation: '', code_structure: '', origine_candidature: 'DIRECT' };
const WISHES = { ...DIRECT, souhaite_accompagnement: 'O' };
const SELECTED = {
  code_suite: 'APTE_RETENU',
  niveau_evalue: 'EFFICACE',
  date_incorporation_prevue: '2026-11-20',
  contingent: '2026-11',
};

/** People selected whom no mission locale referred. */
async function selected(count: number, over: Row = {}): Promise<Somebody[]> {
  const people = newPeople(count);
  const decided = people.map((one) => ({ ...one.decided(SELECTED), ...DIRECT, ...over }));
  await partners.send('SUI', UNIT, { rows: decided });
  return people;
}

/** The same, in service. */
async function inService(count: number, over: Row = {}): Promise<Somebody[]> {
  const people = await selected(count, over);
  const begun = people.map((one) => incorporated(one, { ...DIRECT, ...over }));
  const report = await partners.send('INC', UNIT, { rows: begun });
  expect(report).toMatchObject({ compteurs: { appliquees: count } });
  return people;
}

const leave = (rows: readonly Row[]) =>
  partners.send('SOR', UNIT, {
    rows,
    confirmations: [{ code: 'CONTENU_DEJA_RECU' }],
  });

/** The return of somebody, to whom it was proposed, and what the unit keeps of how to reach them. */
async function found({ fileNumber }: Somebody) {
  const [row] = await partners.look<{
    id: string;
    state: string;
    asked: string[];
    phone: string | null;
    commune: string | null;
  }>(
    `select r.id, r.state, p.phone, p.commune_code as commune,
       array(select o.code from app.return_transfer t join app.organisation o on o.id = t.to_ml_id
         where t.episode_id = r.id and t.reason = 'RATTACHEMENT' order by t.created_at) as asked
     from app.return_episode r join app.volunteer v on v.id = r.volunteer_id
       join app.candidacy c on c.id = v.candidacy_id
       join app.young_person p on p.id = v.person_id
     where c.unit_file_number = $1`,
    fileNumber,
  );
  return row;
}

const list = async (code: string) => {
  const agent = partners.service.person('ml-adviser', code);
  return (await agent.get('/api/v1/return-transfers').expect(200)).body.items;
};

describe('Who left a unit without a mission locale', () => {
  it('is proposed to the one of their commune, once, with how to reach them', async () => {
    const [one, named] = await inService(2);
    if (!one || !named) throw new Error('two people in service');
    const rows = [
      left(one, WISHES),
      left(named, { ...WISHES, code_structure: '97410S00', code_insee_residence: '98818' }),
    ];
    expect(await leave(rows)).toMatchObject({ compteurs: { appliquees: 2 } });
    const kept = { state: 'open', phone: '0692777777' };
    expect(await found(one)).toMatchObject({ ...kept, asked: ['97411S00'], commune: '97411' });
    // What the unit says itself goes before the commune.
    expect(await found(named)).toMatchObject({ ...kept, asked: ['97410S00'] });

    const proposed = (await list('97411S00')).find(
      (item: { youngPerson: { birthName: string } }) => item.youngPerson.birthName === one.name,
    );
    // Until it accepts, whoever is asked reads who it is and where they live, and no more.
    expect(JSON.stringify(proposed)).not.toContain('0692777777');
    const answer = `/api/v1/return-transfers/${proposed.id}/commands/refuse`;
    await partners.service
      .person('ml-adviser', '97411S00')
      .post(answer)
      .send({ reason: 'HORS_TERRITOIRE' })
      .expect(204);
    // The next photo says the same exit: nobody is asked the same again.
    await leave(rows);
    expect(await found(one)).toMatchObject({ asked: ['97411S00'] });
    // Another address is another mission locale.
    await leave([left(one, { ...WISHES, code_insee_residence: '97410' })]);
    expect(await found(one)).toMatchObject({ asked: ['97411S00', '97410S00'], commune: '97410' });
  });

  it('is proposed all the same when the exit comes before the incorporation', async () => {
    const people = await selected(4);
    const [after, before, corrected, silent] = people;
    const wishes = { ...WISHES, motif_sortie: 'RESILIATION_DEMANDE' };
    const rows = [
      left(before!, wishes),
      left(corrected!, { ...wishes, code_insee_residence: '97410' }),
      left(silent!, { ...wishes, souhaite_accompagnement: 'N' }),
    ];
    const waits = 'TRANSITION_INTERDITE date_sortie INCORPORATION_ATTENDUE';
    expect((await leave(rows)).said).toEqual([`2 ${waits}`, `3 ${waits}`, `4 ${waits}`]);
    // Said once more, and otherwise, before the incorporation: the last row holds.
    expect((await leave([left(corrected!, wishes)])).said).toEqual([`2 ${waits}`]);
    const begun = people.map((one) => incorporated(one, DIRECT));
    expect(await partners.send('INC', UNIT, { rows: begun })).toMatchObject({ said: [] });
    await leave([left(after!, wishes)]);

    const proposed = {
      ...{ state: 'open', asked: ['97411S00'], phone: '0692777777', commune: '97411' },
      ...{ id: expect.any(String) },
    };
    expect(await found(after!)).toEqual(proposed);
    expect(await found(before!)).toEqual(proposed);
    expect(await found(corrected!)).toEqual(proposed);
    expect(await found(silent!)).toMatchObject({ state: 'open', asked: [], phone: null });
    // The photo says it again: nobody is asked twice.
    expect(await leave(rows.slice(0, 1))).toMatchObject({ compteurs: { inchangees: 1 } });
    expect(await found(before!)).toEqual(proposed);
  });

  it('waits with the unit, in its exceptions past the date, where nobody can be asked', async () => {
    const [several, none, silent] = await inService(3);
    const born = { date_naissance: '2008-12-24' };
    const [minor] = await inService(1, born);
    const people = [several, none, silent, minor].map((one) => {
      if (!one) throw new Error('four people in service');
      return one;
    });
    const over: Row[] = [
      { code_insee_residence: '98818' },
      { code_insee_residence: '98735' },
      { souhaite_accompagnement: 'N' },
      born,
    ];
    const rows = people.map((one, index) => left(one, { ...WISHES, ...over[index] }));
    expect(await leave(rows)).toMatchObject({ compteurs: { appliquees: 4 } });

    const seen = await Promise.all(people.map(found));
    expect(seen.map((row) => [row?.state, row?.asked])).toEqual(people.map(() => ['open', []]));
    // Only of who wants to be followed is it kept how to reach them.
    expect(seen.map((row) => row?.phone)).toEqual([
      ...['0692777777', '0692777777', null],
      '0692777777',
    ]);
    partners.moveTo('2026-12-28T08:00:00.000Z');
    const page = await partners.service
      .person('recruiter', UNIT)
      .get('/coherence')
      .set('accept', 'text/html')
      .expect(200);
    for (const row of seen) expect(page.text).toContain(`/retours/${row?.id}`);
  });
});
