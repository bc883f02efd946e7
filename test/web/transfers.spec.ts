import { NOW } from '../returns/returning.js';
import { OTHER, OWN, Transferring } from '../returns/transferring.js';

// A return that goes on elsewhere, by pages alone: proposed, taken back, refused, accepted.

let among: Transferring;
beforeAll(async () => {
  among = await Transferring.start();
});
afterAll(() => among?.at.service.close());
beforeEach(() => among.at.clock.moveTo(NOW));

const read = async (address: string, by: string = OWN, role?: string) =>
  (await among.as(by, role).get(address).set('accept', 'text/html')).text;
const send = (address: string, fields: Record<string, string>, by: string = OWN) =>
  among
    .as(by)
    .post(address)
    .set('sec-fetch-site', 'same-origin')
    .set('accept', 'text/html')
    .type('form')
    .send(fields);
const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
const pageOf = (address: string) => address.replace('/api/v1/returns', '/retours');

/** Proposed by the form; the address of its page for whoever is asked. */
async function proposed(): Promise<{ page: string; transfer: string }> {
  const page = pageOf((await among.at.gone()).address);
  const form = await read(`${page}/transfert`);
  const sent = await send(`${page}/transfert`, {
    version: versionIn(form),
    'mission-locale': OTHER,
    motif: 'DEMENAGEMENT',
  });
  expect([sent.status, sent.headers['location']]).toEqual([303, page]);
  const id = /\/retours\/transferts\/([0-9a-f-]{36})\/retrait/.exec(await read(page))?.[1];
  return { page, transfer: `/retours/transferts/${id}` };
}

it('A proposal is made by a form that says what is missing', async () => {
  const page = pageOf((await among.at.gone()).address);
  expect(await read(page)).toContain('Proposer un transfert');
  const form = await read(`${page}/transfert`);
  expect(form).not.toContain(`value="${OWN}"`);
  expect(form).not.toContain('RATTACHEMENT');

  const empty = await send(`${page}/transfert`, { version: versionIn(form) });
  expect(empty.status).toBe(422);
  expect(empty.text).toContain('Choisissez la mission locale');
  expect(empty.text).toContain('Choisissez un motif');
  const old = await send(`${page}/transfert`, {
    version: '0',
    'mission-locale': OTHER,
    motif: 'DEMENAGEMENT',
  });
  expect(old.status).toBe(409);
});

it('A proposal waits on both sides, and is taken back by whoever made it', async () => {
  const { page, transfer } = await proposed();

  const own = await read(page);
  expect(own).toContain('Transfert proposé');
  expect(own).toContain('Vous suivez ce retour jusqu’à la réponse');
  expect(own).toContain('Réponse attendue avant le');
  expect(own).not.toContain('Proposer un transfert');
  const waiting = await read('/retours/transferts');
  expect(waiting).toContain(`href="${page}"`);
  expect(waiting).toMatch(/Proposés par votre organisme[^]*avant le \d\d\/\d\d\/2026/);
  expect(await read('/retours')).toMatch(/href="\/retours\/transferts"[^]*?1<\/span>/);
  expect((await among.as(OWN).get(`${page}/transfert`).set('accept', 'text/html')).status).toBe(
    409,
  );
  expect(await read('/', OTHER)).toMatch(/transferts? proposé/);
  expect(await read('/retours', OTHER)).toContain('href="/retours/transferts"');
  expect(await read('/retours/transferts', OTHER)).toContain(transfer);

  const withdrawn = await send(`${transfer}/retrait`, {});
  expect([withdrawn.status, withdrawn.headers['location']]).toEqual([303, page]);
  expect(await read(page)).toContain('Proposition de transfert retirée');
  expect(await read('/retours/transferts', OTHER)).not.toContain(transfer);
  const gone = await among.as(OTHER).get(transfer).set('accept', 'text/html');
  expect(gone.status).toBe(404);
  const twice = await send(`${transfer}/retrait`, {});
  expect([twice.status, twice.text.includes('Cette action n’est plus possible')]).toEqual([
    409,
    true,
  ]);
  const byAsked = await send(`${(await proposed()).transfer}/retrait`, {}, OTHER);
  expect(byAsked.status).toBe(409);
  expect(byAsked.text).toContain('Cette action revient à un autre organisme');
});

it('A refusal asks why, and brings the return back to whoever proposed it', async () => {
  const { page, transfer } = await proposed();

  const asked = await read(transfer, OTHER);
  expect(asked).toContain('PAYET');
  expect(asked).toContain('Accepter le transfert');
  expect(asked).not.toContain('<title>PAYET');
  const why = await send(`${transfer}/refus`, {}, OTHER);
  expect([why.status, why.text.includes('Choisissez un motif')]).toEqual([422, true]);
  const refused = await send(`${transfer}/refus`, { motif: 'INCONNU' }, OTHER);
  expect([refused.status, refused.headers['location']]).toEqual([303, '/retours/transferts']);
  const own = await read(page);
  expect(own).toContain('Nous ne retrouvons pas ce jeune');
  expect(own).toContain('Proposer un transfert');
  expect(await read('/retours')).toContain('Transfert refusé');
});

it('An acceptance opens the return there, and everybody reads who follows it now', async () => {
  const { page, transfer } = await proposed();

  const accepted = await send(`${transfer}/acceptation`, {}, OTHER);
  expect(accepted.status).toBe(303);
  const next = String(accepted.headers['location']);
  const there = await read(next, OTHER);
  expect(there).toContain('Accuser réception du retour');
  expect(there).toContain('Reçu de');
  expect(there).toContain('Dénonciation par le volontaire pendant la période probatoire');
  const former = await read(page);
  expect(former).toContain('Une autre mission locale suit désormais ce jeune');
  expect(former).toContain('Transféré');
  expect(former).not.toContain('Prendre en charge</button>');
  const { usualName } = await among.at.organisation(OTHER);
  expect(await read(next, 'RSMA-RE', 'recruiter')).toContain(usualName);
  const again = await send(`${transfer}/acceptation`, {}, OTHER);
  expect(again.status).toBe(409);
});
