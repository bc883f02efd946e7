import { Emitters, ML, Somebody, UNIT } from '../exchanges/support/emitters.js';

// Identity through the doors and the database: what links, what is said, what two people may do.

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
afterAll(() => partners?.service.close());

const adviser = () => partners.service.person('ml-adviser', ML);
const manager = () => partners.service.person('ml-manager', ML);
const recruiter = () => partners.service.person('recruiter', UNIT);

async function referred(...some: Somebody[]) {
  return partners.send('ORI', ML, { rows: some.map((one) => one.referred()) });
}

async function referredOne(): Promise<Somebody> {
  const one = new Somebody();
  await referred(one);
  return one;
}

/** The same identity under another number: a homonym, or a file opened twice. */
async function twice(): Promise<[Somebody, string, string]> {
  const one = await referredOne();
  const again = new Somebody();
  const row = again.referred({ nom_naissance: one.name });
  const report = await partners.send('ORI', ML, { rows: [row] });
  expect(report).toMatchObject({ said: ['2 HOMONYME_POSSIBLE nom_naissance'] });
  expect(report.compteurs).toMatchObject({ appliquees: 1, en_revue: 0 });
  const rows = await partners.look<{ id: string }>(
    `select p.id from app.young_person p where name_key = $1 order by created_at, imilo_id`,
    one.name,
  );
  const [kept, merged] = rows.map(({ id }) => id);
  if (!kept || !merged) throw new Error('two files');
  return [one, kept, merged];
}

async function reviewOf(one: Somebody) {
  const { body } = await recruiter().get('/api/v1/identity-reviews?state=open').expect(200);
  for (const { id } of body.items) {
    const opened = await recruiter().get(`/api/v1/identity-reviews/${id}`).expect(200);
    if (opened.body.sent.reference === one.reference) return opened.body;
  }
  throw new Error('a review is open');
}

describe('The same identity under another number', () => {
  it('is another file, and the mission locale is told', async () => {
    const [, kept, merged] = await twice();
    expect(kept).not.toBe(merged);
  });

  it('is told to a unit whose applicant applies again', async () => {
    const [one, other] = [new Somebody(), new Somebody()];
    const first = await partners.send('SUI', UNIT, { rows: [one.direct()] });
    expect(first.said).toEqual([]);
    const again = other.direct({ nom_naissance: one.name });
    const report = await partners.send('SUI', UNIT, { rows: [again] });
    expect(report.said).toEqual(['2 HOMONYME_POSSIBLE nom_naissance']);
    expect(report.compteurs).toMatchObject({ appliquees: 1 });
  });
});

describe('A veto, through a file', () => {
  it.each([
    ['twins with close first names', { prenom_1: 'Léna' }, 'JUMEAUX_POSSIBLES'],
    ['a birth year that differs', { date_naissance: '2004-03-11' }, 'IDENTITE_ECART'],
    ['another i-milo number', { identifiant_imilo: '77000000' }, 'IDENTITE_INCOHERENTE'],
  ])('keeps the row of %s for a human', async (_, over, code) => {
    const one = await referredOne();
    const report = await partners.send('SUI', UNIT, { rows: [one.answered(over)] });
    expect(report.said).toEqual([`2 ${code} nom_naissance`]);
    expect(report.compteurs).toMatchObject({ en_revue: 1, appliquees: 0 });
    expect(await partners.candidacy(one.reference)).toMatchObject({ state: 'received' });
  });

  it('of the sex keeps the row of a mission locale for a human', async () => {
    const one = await referredOne();
    const report = await partners.send('ORI', ML, {
      rows: [one.referred({ sexe: 'M', telephone: '0692111111' })],
    });
    expect(report.said).toEqual(['2 SEXE_ECART nom_naissance']);
    expect(report.compteurs).toMatchObject({ en_revue: 1 });
  });

  it('is not what a changed surname is: accepted, and said', async () => {
    const one = await referredOne();
    const row = one.answered({ nom_naissance: 'ZAFIMAHOVA' });
    const report = await partners.send('SUI', UNIT, { rows: [row] });
    expect(report.said).toEqual(['2 IDENTITE_ECART nom_naissance']);
    expect(report.compteurs).toMatchObject({ appliquees: 1 });
  });
});

describe('What a human said of an identity', () => {
  it('stands for the next file, until it is taken back', async () => {
    const one = await referredOne();
    const row = one.answered({ prenom_1: 'Inès' });
    await partners.send('SUI', UNIT, { rows: [row] });
    const { id } = await reviewOf(one);
    const decide = `/api/v1/identity-reviews/${id}/commands/decide`;
    await recruiter().post(decide).send({ decision: 'PERSONNES_DIFFERENTES' }).expect(200);

    const again = { ...row, date_etat: '2026-11-13' };
    const told = await partners.send('SUI', UNIT, { rows: [again] });
    expect(told.said).toEqual(['2 IDENTITE_INCOHERENTE nom_naissance PERSONNES_DIFFERENTES']);
    expect(told.compteurs).toMatchObject({ rejetees: 1, en_revue: 0 });

    await recruiter().post(`/api/v1/identity-reviews/${id}/commands/undo`).expect(200);
    const asked = await partners.send('SUI', UNIT, { rows: [{ ...row, date_etat: '2026-11-14' }] });
    expect(asked.compteurs).toMatchObject({ en_revue: 1 });
  });

  it('is not asked again when it is the same person', async () => {
    const one = await referredOne();
    const row = one.answered({ prenom_1: 'Inès' });
    await partners.send('SUI', UNIT, { rows: [row] });
    const { id } = await reviewOf(one);
    const decide = `/api/v1/identity-reviews/${id}/commands/decide`;
    await recruiter().post(decide).send({ decision: 'MEME_PERSONNE' }).expect(200);
    const next = one.decided({ prenom_1: 'Inès' });
    const report = await partners.send('SUI', UNIT, { rows: [next] });
    expect(report.compteurs).toMatchObject({ appliquees: 1, en_revue: 0 });
  });
});

describe('A row on which nobody can decide', () => {
  const FORMATS = ['application/json', 'text/csv', 'text/html'];

  it('stays in review, and its emitter alone reads what to send to settle it', async () => {
    const one = await referredOne();
    const row = one.answered({ prenom_1: 'Léna' });
    const { id: fileId } = await partners.send('SUI', UNIT, { rows: [row] });
    const { id } = await reviewOf(one);
    const decide = `/api/v1/identity-reviews/${id}/commands/decide`;
    await recruiter().post(decide).send({ decision: 'INDECIDABLE' }).expect(200);

    const unit = await partners.service.as(UNIT);
    const told = await partners.report(unit, fileId);
    expect(told.said).toEqual([
      '2 JUMEAUX_POSSIBLES nom_naissance',
      '2 JUMEAUX_POSSIBLES prenom_1 INDECIDABLE',
    ]);
    expect(told).toMatchObject({ code: 1, compteurs: { en_revue: 1 } });
    const path = `/api/v1/exchanges/${fileId}/report`;
    for (const accept of FORMATS) {
      const { text } = await unit.get(path).set({ accept }).expect(200);
      expect(text).toContain('Vérifier sur une pièce d’identité ou dans votre dossier');
      expect(text).toContain('« Premier prénom »');
      for (const value of [one.name, 'Léa', '2005-03-11']) expect(text).not.toContain(value);
    }
    await (await partners.service.as(ML)).get(path).expect(404);

    const settled = await partners.send('SUI', UNIT, { rows: [one.answered()] });
    expect(settled.compteurs).toMatchObject({ appliquees: 1, en_revue: 0 });
  });

  it('is asked about no more once the decision is taken back', async () => {
    const one = await referredOne();
    const { id: fileId } = await partners.send('SUI', UNIT, {
      rows: [one.answered({ prenom_1: 'Léna' })],
    });
    const { id } = await reviewOf(one);
    const command = `/api/v1/identity-reviews/${id}/commands`;
    await recruiter().post(`${command}/decide`).send({ decision: 'INDECIDABLE' }).expect(200);
    await recruiter().post(`${command}/undo`).expect(200);
    const told = await partners.report(await partners.service.as(UNIT), fileId);
    expect(told.said).toEqual(['2 JUMEAUX_POSSIBLES nom_naissance']);
  });
});

describe('Two files that are one person', () => {
  const MERGES = '/api/v1/person-merges';
  const command = (id: string, name: string) => `${MERGES}/${id}/commands/${name}`;

  it('are shown to whoever keeps them, the likeliest first, and to nobody else', async () => {
    const [, kept, merged] = await twice();
    const { body } = await adviser().get(`${MERGES}/lookalikes/${kept}`).expect(200);
    expect(body.items[0]).toMatchObject({ person: { id: merged } });
    await partners.service
      .person('ml-adviser', '97600S00')
      .get(`${MERGES}/lookalikes/${kept}`)
      .expect(422);
    await recruiter().get(`${MERGES}/lookalikes/${kept}`).expect(422);
  });

  it('take two people to merge, point to one, and come apart again', async () => {
    const [, kept, merged] = await twice();
    const proposed = await manager()
      .post(MERGES)
      .send({ keptId: kept, mergedId: merged })
      .expect(201);
    const { id } = proposed.body;
    expect(proposed.body.availableCommands).toEqual(['confirm', 'refuse']);
    const alone = await manager().post(command(id, 'confirm')).send({});
    expect([alone.status, alone.body.code]).toEqual([409, 'merge-second-person-needed']);
    await adviser().post(command(id, 'confirm')).send({}).expect(403);
    await partners.service
      .person('ml-manager', '97600S00')
      .post(command(id, 'confirm'))
      .send({})
      .expect(404);

    const another = await proposedBy(kept, merged);
    expect([another.status, another.body.code]).toEqual([422, 'person-merge-invalid']);
    await manager().post(command(id, 'refuse')).send({}).expect(409);
  });

  const proposedBy = (keptId: string, mergedId: string) =>
    adviser().post(MERGES).send({ keptId, mergedId });

  it('are found, proposed and decided on pages, by two people', async () => {
    const [, kept, merged] = await twice();
    const look = async (address: string, who = adviser()) =>
      (await who.get(address).set('accept', 'text/html').expect(200)).text;
    const send = (address: string, fields: Record<string, string>, who = adviser()) =>
      who
        .post(address)
        .set('sec-fetch-site', 'same-origin')
        .set('accept', 'text/html')
        .type('form')
        .send(fields);
    const asked = () => look('/', manager()).then((home) => home.includes('href="/doublons"'));
    expect(await look(`/jeunes/${kept}`)).toContain(`/doublons/nouveau/${kept}`);
    expect(await look(`/doublons/nouveau/${kept}`)).toContain(`value="${merged}"`);
    expect(await asked()).toBe(false);

    expect((await send(`/doublons/nouveau/${kept}`, { fiche: merged })).status).toBe(303);
    expect((await send(`/doublons/nouveau/${kept}`, { fiche: merged })).status).toBe(409);

    expect(await asked()).toBe(true);
    const [, file = ''] = /href="(\/doublons\/[0-9a-f-]{36})"/.exec(await look('/doublons')) ?? [];
    expect(await look(file)).not.toContain('<button class="fr-btn" type="submit">C’est');
    expect((await send(`${file}/decision`, { decision: 'confirm' })).status).toBe(403);
    expect((await send(`${file}/decision`, { decision: '' }, manager())).status).toBe(409);
    expect((await send(`${file}/decision`, { decision: 'confirm' }, manager())).status).toBe(303);
    expect(await look(file)).toContain('Fiches réunies');
    expect(await asked()).toBe(false);
    expect((await send(`${file}/decision`, { decision: 'confirm' }, manager())).status).toBe(409);
    expect((await send(`${file}/decision`, { decision: 'undo' }, manager())).status).toBe(303);
    for (const address of [file, `/doublons/nouveau/${kept}`])
      await recruiter().get(address).expect(404);
  });

  it('once merged by two people lead to the file that is kept, until they are undone', async () => {
    const [one, kept, merged] = await twice();
    const { body } = await proposedBy(kept, merged).expect(201);
    await manager().post(command(body.id, 'confirm')).send({}).expect(200);
    const [number] = await partners.look<{ imilo_id: string }>(
      'select imilo_id from app.young_person where id = $1',
      merged,
    );
    const withdrawn = async (reference: string) =>
      partners.send('ORI', ML, {
        rows: [
          { ...one.referred(), reference_orientation: reference, etat_orientation: 'RETIREE' },
        ],
      });
    await withdrawn(one.reference);
    const next = new Somebody();
    const row = next.referred({
      nom_naissance: one.name,
      identifiant_imilo: number?.imilo_id ?? '',
      date_orientation: '2026-11-11',
    });
    await partners.send('ORI', ML, { rows: [row] });
    const [referral] = await partners.look<{ person_id: string }>(
      'select person_id from app.referral where reference = $1',
      next.reference,
    );
    expect(referral?.person_id).toBe(kept);

    const undone = await manager().post(command(body.id, 'undo')).send({}).expect(200);
    expect(undone.body).toMatchObject({ state: 'undone', availableCommands: [] });
    const acts = await partners.look<{ command: string }>(
      `select command from app.audit_event where resource_id = $1 order by recorded_at`,
      body.id,
    );
    expect(acts.map((act) => act.command)).toEqual([
      'person-merge.propose',
      'person-merge.confirm',
      'person-merge.undo',
    ]);
  });

  it('cannot be merged by one person, even by the database', async () => {
    const [, kept, merged] = await twice();
    const { body } = await proposedBy(kept, merged).expect(201);
    const alone = partners.look(
      `update app.person_merge set state = 'confirmed', decided_by = proposed_by where id = $1`,
      body.id,
    );
    await expect(alone).rejects.toThrow(/person_merge_two_people|row-level/);
  });
});
