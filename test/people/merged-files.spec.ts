import { NOW, Returning, type InService } from '../returns/returning.js';

// Two files of one person, on a real database: the contract stands on one, the service, the return and
// what became of them on the other. Merged, each page tells all of it; taken back, each its own again.

let at: Returning;
beforeAll(async () => {
  at = await Returning.start();
});
afterAll(() => at?.service.close());
beforeEach(() => at.clock.moveTo(NOW));

const MERGES = '/api/v1/person-merges';
const manager = () => at.service.person('ml-manager', '97411S00');
const page = async (personId: string) =>
  (await at.adviser().get(`/jeunes/${personId}`).set('accept', 'text/html').expect(200)).text;
const contract = (youngPersonId: string, over: object = {}) =>
  at
    .adviser()
    .post('/api/v1/cej-contracts')
    .send({
      youngPersonId,
      scheme: 'CEJ',
      startsOn: '2026-09-01',
      plannedEndOn: '2026-12-31',
      ...over,
    });
const merge = async (keptId: string, mergedId: string): Promise<string> => {
  const { body } = await at.adviser().post(MERGES).send({ keptId, mergedId }).expect(201);
  await manager().post(`${MERGES}/${body.id}/commands/confirm`).send({}).expect(200);
  return `${MERGES}/${body.id}/commands/undo`;
};
/** A contract on the file that is kept, and a service that ended without solution on the other. */
async function apart(): Promise<{
  kept: string;
  gone: InService & { address: string };
  cej: string;
}> {
  const { personId: kept } = await at.rows.case(at.missionLocaleId, at.unitId);
  const gone = await at.gone();
  const { body } = await contract(kept).expect(201);
  return { kept, gone, cej: `/api/v1/cej-contracts/${body.id}` };
}
const standing = async (cej: string) => (await at.adviser().get(cej).expect(200)).body;

it('A merge makes one path of two files, and taking it back gives each its own', async () => {
  const { kept, gone, cej } = await apart();
  const returnPage = gone.address.replace('/api/v1/returns', '/retours');
  const servicePage = `/volontaires/${gone.volunteerId}`;
  const cejPage = cej.replace('/api/v1/cej-contracts', '/cej');
  expect((await standing(cej)).term).toBe('2026-12-31');
  expect(await page(kept)).not.toContain(returnPage);
  expect(await page(gone.personId)).not.toContain(cejPage);

  const undo = await merge(kept, gone.personId);
  // The last day of the second month after the exit of 22 November.
  expect((await standing(cej)).term).toBe('2027-01-31');
  for (const personId of [kept, gone.personId]) {
    const told = await page(personId);
    for (const href of [returnPage, servicePage, cejPage]) expect(told).toContain(`href="${href}"`);
    expect(told).toContain('Accuser réception du retour');
    expect(told).toContain('25 novembre 2026');
  }
  const month = await at.adviser().get('/cej?onglet=tous').set('accept', 'text/html').expect(200);
  expect(month.text).toContain(cejPage);

  await manager().post(undo).expect(200);
  expect((await standing(cej)).term).toBe('2026-12-31');
  expect(await page(kept)).not.toContain(returnPage);
  expect(await page(gone.personId)).not.toContain(cejPage);
});

it('A contract of one file is that of the other too, while they are merged', async () => {
  const { kept, gone, cej } = await apart();
  const undo = await merge(kept, gone.personId);
  const again = await contract(gone.personId);
  expect([again.status, again.body.code]).toEqual([409, 'cej-contract-already-recorded']);
  expect(cej).toContain(again.body.existing.id);

  await manager().post(undo).expect(200);
  const { body } = await contract(gone.personId).expect(201);
  expect(body.id).not.toBe(again.body.existing.id);
});

it('A unit is told of the contract of whoever serves there on another file, and of nobody behind it', async () => {
  const elsewhere = await at.rows.known('RSMA-YT');
  const { personId: kept } = await at.rows.case(at.missionLocaleId, elsewhere);
  const gone = await at.gone();
  const { body } = await contract(kept).expect(201);
  const cej = `/api/v1/cej-contracts/${body.id}`;
  const listed = async (query = '') =>
    (await at.recruiter().get(`/api/v1/cej-contracts${query}`).expect(200)).body;
  await at.recruiter().get(cej).expect(404);
  const undo = await merge(kept, gone.personId);

  const told = (await at.recruiter().get(cej).expect(200)).body;
  expect(told.youngPerson.id).toBe(gone.personId);
  expect(told.term).toBe('2027-01-31');
  const ofOne = await listed(`?youngPerson=${gone.personId}`);
  expect([ofOne.total, ofOne.items.map(({ id }: { id: string }) => id)]).toEqual([1, [body.id]]);
  expect(JSON.stringify(await listed())).not.toContain(kept);
  const merges = await at.recruiter().get(MERGES).expect(200);
  expect(merges.body).toMatchObject({ items: [], total: 0 });
  const pairs = await at.recruiter().get('/doublons?vue=toutes').set('accept', 'text/html');
  expect(pairs.text).toContain('Aucune fiche en double');
  expect(pairs.text).toContain('0\u00A0paire');
  await at.recruiter().post(undo).send({}).expect(404);
  const other = at.service.person('recruiter', 'RSMA-YT');
  await other.get(cej).expect(404);

  await manager().post(undo).expect(200);
  await at.recruiter().get(cej).expect(404);
});

it('What became of somebody is told on the page of either file, with where it comes from', async () => {
  const { kept, gone } = await apart();
  at.clock.moveTo('2027-02-22T08:00:00.000Z');
  expect(await page(kept)).not.toContain('/devenirs/');
  const undo = await merge(kept, gone.personId);
  expect(await page(kept)).toContain(`href="/devenirs/${gone.volunteerId}/M3"`);
  await at
    .adviser()
    .post(`/api/v1/follow-ups/${gone.volunteerId}/commands/answer`)
    .send({ milestone: 'M3', situation: 'CDI', source: 'DECLARATIF', observedOn: '2027-02-22' })
    .expect(200);
  expect(await page(kept)).toMatch(/Contrat à durée indéterminée[^]*dit par le jeune/i);
  await manager().post(undo).expect(200);
});

it('A file of another mission locale shows none of it', async () => {
  const { gone } = await apart();
  const stranger = at.service.person('ml-adviser', '97600S00');
  const answer = await stranger.get(`/jeunes/${gone.personId}`).set('accept', 'text/html');
  expect(answer.status).toBe(404);
});
