import { CejWorld } from '../cej/support/cej-world.js';

// What both sides say of their work together, and what the committee reads of it (F17).

let world: CejWorld;
beforeAll(async () => {
  world = await CejWorld.start('2026-11-22T08:00:00.000Z');
});
afterAll(() => world?.close());

const EVALUATIONS = '/api/v1/evaluations';
const as = (role: string, code: string) => world.service.person(role as 'ml-adviser', code);
const manager = () => as('ml-manager', '97411S00');
const command = () => as('unit-manager', 'RSMA-RE');
const NOTE = { contingent: '2026-09', worked: ['DELAIS_REPONSE'], improve: ['ECHANGES_DONNEES'] };
const html = async (address: string, who: ReturnType<typeof as>) =>
  (await who.get(address).set('accept', 'text/html')).text;

describe('A note', () => {
  it('is of one side, read by both, written again in place, and unknown to any other pair', async () => {
    const own = await manager()
      .post(EVALUATIONS)
      .send({ ...NOTE, partner: 'RSMA-RE' });
    expect([own.status, own.body]).toMatchObject([
      200,
      { side: 'mission-locale', contingent: '2026-09', writtenOn: '2026-11-22' },
    ]);
    const theirs = await command()
      .post(EVALUATIONS)
      .send({ ...NOTE, partner: '97411S00', worked: ['PREPARATION_DOSSIERS'] });
    expect(theirs.body.side).toBe('unit');
    await manager()
      .post(EVALUATIONS)
      .send({ ...NOTE, partner: 'RSMA-RE', worked: ['CONTACTS_EQUIPES'] })
      .expect(200);

    const { body } = await as('ml-adviser', '97411S00').get(EVALUATIONS).expect(200);
    expect(body.total).toBe(2);
    expect(body.items.map((one: { worked: string[] }) => one.worked[0]).toSorted()).toEqual([
      'CONTACTS_EQUIPES',
      'PREPARATION_DOSSIERS',
    ]);
    expect((await as('ml-manager', '97600S00').get(EVALUATIONS)).body.total).toBe(0);
    expect((await as('unit-manager', 'RSMA-YT').get(EVALUATIONS)).body.total).toBe(0);
    await as('ml-adviser', '97411S00')
      .post(EVALUATIONS)
      .send({ ...NOTE, partner: 'RSMA-RE' })
      .expect(403);
  });

  it.each([
    [{ partner: '97600S00' }, '/partner'],
    [{ contingent: '2026-12' }, '/contingent'],
    [{ worked: [], improve: [] }, '/worked'],
    [{ improve: ['DELAIS_REPONSE'] }, '/improve'],
    [{ worked: ['AUTRE'] }, '/worked/0'],
  ])('is refused with what to correct: %j', async (over, pointer) => {
    const refused = await manager()
      .post(EVALUATIONS)
      .send({ ...NOTE, partner: 'RSMA-RE', ...over });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, pointer]);
  });

  it('keeps a side from the words of the other in the database', async () => {
    await world.sql(`set role passerelle_unit`);
    try {
      const unit = await world.rows.known('RSMA-RE').catch(() => '');
      await world.sql(`select set_config('app.org', $1, false)`, [unit]);
      await expect(
        world.sql(`update app.evaluation_note set worked = '{}' where side = 'mission-locale'`),
      ).rejects.toThrow(/row-level security/);
    } finally {
      await world.sql('reset role');
      await world.sql(`select set_config('app.org', '', false)`);
    }
  });

  it('is written on a page, and counted for the committee without a name', async () => {
    const send = (fields: object) =>
      command()
        .post('/bilans/nouveau')
        .set('sec-fetch-site', 'same-origin')
        .set('accept', 'text/html')
        .type('form')
        .send(fields);
    const fields = { partenaire: '97411S00', mois: '2026-10', 'bien.OFFRE_LISIBLE': 'oui' };
    const wrong = await send({ version: '0', mois: '2026-10' });
    expect([wrong.status, wrong.text.includes('Choisissez un partenaire')]).toEqual([422, true]);
    expect((await send({ ...fields, version: '0' })).status).toBe(303);
    expect((await send({ ...fields, version: '0' })).text).toContain('déjà écrit un bilan');
    const again = await html('/bilans/nouveau?partenaire=97411S00&mois=2026-10', command());
    expect(again).toMatch(/bien\.OFFRE_LISIBLE"[^>]*checked/);
    expect(await html('/bilans', manager())).toContain('Connaissance de l’offre');

    const read = await html('/bilans/comite', as('committee-member', 'UNML'));
    expect(read).toMatch(/2\sbilans d’unités/);
    expect(read).not.toContain('RSMA');
  });
});
