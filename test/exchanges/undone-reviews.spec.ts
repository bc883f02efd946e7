import type TestAgent from 'supertest/lib/agent.js';
import { Emitters, ML, Somebody, UNIT, type Report } from './support/emitters.js';

// A decision on whom a row speaks of, taken back after the row was applied (exchange.md 7.f).

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
beforeEach(() => partners.emptySlots());
afterAll(() => partners?.service.close());

const recruiter = (): TestAgent => partners.service.person('recruiter', UNIT);
const manager = (): TestAgent => partners.service.person('ml-manager', ML);

async function reviewOf(agent: TestAgent, fileId: string): Promise<string> {
  const { body } = await agent.get('/api/v1/identity-reviews?state=open').expect(200);
  const items = body.items as { id: string; exchangeId: string }[];
  const review = items.find(({ exchangeId }) => exchangeId === fileId);
  if (!review) throw new Error('a review is open');
  return review.id;
}

const decide = (agent: TestAgent, id: string, decision: string, candidateId?: string) =>
  agent
    .post(`/api/v1/identity-reviews/${id}/commands/decide`)
    .send({ decision, ...(candidateId ? { candidateId } : {}) });

const undo = (agent: TestAgent, id: string) =>
  agent.post(`/api/v1/identity-reviews/${id}/commands/undo`);

/** The report as its emitter reads it, without the id. */
async function report(emitter: string, id: string): Promise<Omit<Report, 'id'>> {
  const { id: _id, ...said } = await partners.report(await partners.service.as(emitter), id);
  return said;
}

const historyOf = (kind: 'candidacy' | 'referral', id: string) =>
  partners.look<{ command: string; channel: string; is_correction: boolean }>(
    `select command, channel, is_correction from app.${kind}_transition
     where ${kind}_id = $1 order by recorded_at`,
    id,
  );

const auditOf = (resourceId: string) =>
  partners.look<{ command: string; actor_type: string }>(
    `select command from app.audit_event where resource_id = $1 order by recorded_at`,
    resourceId,
  );

const published = (fileId: string) =>
  partners.look<{ name: string; times: number }>(
    `select name, count(*)::int as times from app.outbox_message where subject_id = $1
     group by name order by name`,
    fileId,
  );

describe('The decision that applied a row of a unit', () => {
  /** A referral, and a row of the unit whose person only a human can recognise. */
  async function doubted(over: object = {}) {
    const one = new Somebody();
    await partners.send('ORI', ML, { nature: 'S', rows: [one.referred()] });
    const row = one.answered({ prenom_1: 'Inès', ...over });
    const sent = await partners.send('SUI', UNIT, { rows: [row] });
    const id = await reviewOf(recruiter(), sent.id);
    return { one, fileId: sent.id, id };
  }

  it('is taken back by a command, with history, audit and events, and the report says so', async () => {
    const { one, fileId, id } = await doubted();
    const asSent = await report(UNIT, fileId);
    const before = await partners.candidacy(one.reference);
    await decide(recruiter(), id, 'MEME_PERSONNE').expect(200);
    expect(await partners.candidacy(one.reference)).toMatchObject({ state: 'in-evaluation' });
    expect(await partners.referral(one.reference)).toMatchObject({ state: 'received' });
    expect((await report(UNIT, fileId)).compteurs).toMatchObject({ appliquees: 1, en_revue: 0 });
    const eventsBefore = await published(fileId);

    const undone = await undo(recruiter(), id).expect(200);
    expect(undone.body).toMatchObject({ state: 'open', availableCommands: ['decide'] });
    expect(await report(UNIT, fileId)).toEqual(asSent);
    expect(await partners.candidacy(one.reference)).toMatchObject({
      state: before.state,
      acknowledgedOn: null,
      unitFileNumber: null,
    });
    expect(await partners.referral(one.reference)).toMatchObject({ state: 'submitted' });
    const history = await historyOf('candidacy', before.id);
    expect(history.map(({ command }) => command)).toEqual(['open', 'evaluate', 'restate']);
    expect(history.at(-1)).toMatchObject({ channel: 'file', is_correction: true });
    expect((await auditOf(before.id)).at(-1)).toMatchObject({ command: 'candidacy.restate' });
    expect((await auditOf(id)).at(-1)).toMatchObject({ command: 'identity-review.undo' });
    const once = (name: string) => eventsBefore.find((event) => event.name === name)?.times ?? 0;
    expect(await published(fileId)).toEqual(
      expect.arrayContaining([
        { name: 'exchange-file.settled.v1', times: once('exchange-file.settled.v1') + 1 },
        { name: 'exchange-file.applied.v1', times: once('exchange-file.applied.v1') + 1 },
      ]),
    );
  });

  it('converges when it is taken again, however often it was taken back', async () => {
    const { one, fileId, id } = await doubted({
      etat_candidature: 'DECIDEE',
      date_etat: '2026-11-17',
      code_suite: 'INAPTE_TEMPORAIRE',
      date_suite: '2026-11-17',
      date_reexamen: '2027-03',
      niveau_evalue: 'NON_EVALUE',
    });
    const outcome = async () => {
      const { version: _version, ...candidacy } = await partners.candidacy(one.reference);
      const { version: _other, ...referral } = await partners.referral(one.reference);
      return { candidacy, referral, report: await report(UNIT, fileId) };
    };
    await decide(recruiter(), id, 'MEME_PERSONNE').expect(200);
    const first = await outcome();
    expect(first.candidacy).toMatchObject({ state: 'decided', outcome: { code: 'NON_RETENU' } });
    for (let round = 0; round < 3; round += 1) {
      await undo(recruiter(), id).expect(200);
      expect(await partners.candidacy(one.reference)).toMatchObject({ outcome: null });
      await decide(recruiter(), id, 'MEME_PERSONNE').expect(200);
      expect(await outcome()).toEqual(first);
    }
  });

  it('may be followed by the other decision', async () => {
    const { one, fileId, id } = await doubted();
    await decide(recruiter(), id, 'MEME_PERSONNE').expect(200);
    await undo(recruiter(), id).expect(200);
    await decide(recruiter(), id, 'PERSONNES_DIFFERENTES').expect(200);
    expect(await report(UNIT, fileId)).toMatchObject({
      compteurs: { appliquees: 0, rejetees: 1, en_revue: 0 },
    });
    expect(await partners.candidacy(one.reference)).toMatchObject({ state: 'received' });
  });

  it('leaves the others of its file, made meanwhile or at the same time', async () => {
    const people = [new Somebody(), new Somebody(), new Somebody()];
    await partners.send('ORI', ML, { nature: 'S', rows: people.map((one) => one.referred()) });
    const rows = people.map((one) => one.answered({ prenom_1: 'Inès' }));
    const { id: fileId } = await partners.send('SUI', UNIT, { rows });
    const reviews = await partners.look<{ id: string }>(
      'select id from app.identity_review where file_id = $1 order by line',
      fileId,
    );
    const different = ({ id }: { id: string }) => decide(recruiter(), id, 'PERSONNES_DIFFERENTES');
    const all = await Promise.all(reviews.map(different));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
    const asDecided = await report(UNIT, fileId);
    expect(asDecided.compteurs).toMatchObject({ rejetees: 3 });
    for (const review of reviews) {
      await undo(recruiter(), review.id).expect(200);
      expect((await report(UNIT, fileId)).compteurs).toMatchObject({ rejetees: 2, en_revue: 1 });
      await different(review).expect(200);
      expect(await report(UNIT, fileId)).toEqual(asDecided);
    }
  });

  it('leaves what other rows say of the file', async () => {
    const { one, id } = await doubted();
    await decide(recruiter(), id, 'MEME_PERSONNE').expect(200);
    await partners.send('SUI', UNIT, {
      nature: 'S',
      rows: [one.decided({ date_suite: '2026-12-02', date_etat: '2026-12-02' })],
    });
    await undo(recruiter(), id).expect(200);
    expect(await partners.candidacy(one.reference)).toMatchObject({
      state: 'decided',
      outcome: { decidedOn: '2026-12-02' },
    });
  });

  it('stands once a person of the unit went on from there, and says what to do', async () => {
    const { one, fileId, id } = await doubted();
    await decide(recruiter(), id, 'MEME_PERSONNE').expect(200);
    const candidacy = await partners.candidacy(one.reference);
    await recruiter()
      .post(`/api/v1/candidacies/${candidacy.id}/commands/convoke`)
      .send({ effectiveOn: '2026-12-03' })
      .expect(200);
    const asApplied = await report(UNIT, fileId);
    const refused = await undo(recruiter(), id);
    expect([refused.status, refused.body.code]).toEqual([409, 'identity-review-overtaken']);
    expect(refused.body.detail).toContain('faites envoyer une ligne corrigée');
    expect(await report(UNIT, fileId)).toEqual(asApplied);
    expect(await partners.candidacy(one.reference)).toMatchObject({ state: 'convoked' });
    const opened = await recruiter().get(`/api/v1/identity-reviews/${id}`).expect(200);
    expect(opened.body.state).toBe('same-person');
  });

  it('stands once the mission locale has withdrawn the referral', async () => {
    const { one, id } = await doubted();
    await decide(recruiter(), id, 'MEME_PERSONNE').expect(200);
    const { id: referralId } = await partners.referral(one.reference);
    await manager()
      .post(`/api/v1/referrals/${referralId}/commands/withdraw`)
      .send({ effectiveOn: '2026-12-03' })
      .expect(200);
    const refused = await undo(recruiter(), id);
    expect([refused.status, refused.body.code]).toEqual([409, 'identity-review-overtaken']);
  });

  it('stands once the young person is referred elsewhere', async () => {
    const { one, id } = await doubted({ etat_candidature: 'CLOSE' });
    await decide(recruiter(), id, 'MEME_PERSONNE').expect(200);
    expect(await partners.referral(one.reference)).toMatchObject({ state: 'lapsed' });
    const elsewhere = new Somebody();
    const row = one.referred({
      reference_orientation: elsewhere.reference,
      code_unite: 'RSMA-YT',
    });
    const sent = await partners.send('ORI', ML, { nature: 'S', rows: [row] });
    expect(sent.compteurs).toMatchObject({ appliquees: 1 });
    const refused = await undo(recruiter(), id);
    expect([refused.status, refused.body.code]).toEqual([409, 'identity-review-overtaken']);
    expect(await partners.candidacy(one.reference)).toMatchObject({ state: 'closed' });
  });

  it('renews the final report of a closed file', async () => {
    const { fileId, id } = await doubted();
    await partners.look(
      `update app.exchange_file set state = 'closed', step = 'CLOS', report_stage = 'DEFINITIF'
       where id = $1`,
      fileId,
    );
    await decide(recruiter(), id, 'MEME_PERSONNE').expect(200);
    expect(await report(UNIT, fileId)).toMatchObject({
      state: 'closed',
      compteurs: { appliquees: 1, en_revue: 0 },
    });
    await undo(recruiter(), id).expect(200);
    expect(await report(UNIT, fileId)).toMatchObject({
      state: 'closed',
      compteurs: { appliquees: 0, en_revue: 1 },
    });
  });
});

describe('The decision that applied a row of a mission locale', () => {
  const contactOf = async (one: Somebody) => {
    const [found] = await partners.look<{ phone: string; street: string }>(
      `select p.phone, p.street from app.young_person p
       join app.referral r on r.person_id = p.id where r.reference = $1`,
      one.reference,
    );
    return found;
  };

  it('gives back what the files before say of the referral and of how to reach the person', async () => {
    const one = new Somebody();
    await partners.send('ORI', ML, { nature: 'S', rows: [one.referred()] });
    const known = await partners.referral(one.reference);
    const contact = await contactOf(one);
    const moved = { sexe: 'M', telephone: '0692111111', niveau_diplome: 'N4' };
    const { id: fileId } = await partners.send('ORI', ML, { rows: [one.referred(moved)] });
    const id = await reviewOf(manager(), fileId);
    await decide(manager(), id, 'MEME_PERSONNE').expect(200);
    expect(await contactOf(one)).toMatchObject({ phone: '0692111111' });
    await undo(manager(), id).expect(200);
    expect(await contactOf(one)).toEqual(contact);
    const { version: _version, ...told } = known;
    expect(await partners.referral(one.reference)).toMatchObject(told);
    const history = await historyOf('referral', known.id);
    expect(history.map(({ command }) => command)).toEqual(['submit', 'restate']);
  });

  it('gives back how to reach a person whom no file had described', async () => {
    const one = new Somebody();
    const agent = await partners.service.as(ML);
    const created = await agent.post('/api/v1/referrals').send(asRequest(one)).expect(201);
    const known = new Somebody();
    const same = { reference_orientation: created.body.reference, nom_naissance: one.name };
    const row = known.referred({ ...same, ...imiloOf(one), sexe: 'M', telephone: '0692111111' });
    const { id: fileId } = await partners.send('ORI', ML, { rows: [row] });
    const id = await reviewOf(manager(), fileId);
    const phone = () =>
      partners.look<{ phone: string }>(
        'select phone from app.young_person where name_key = $1',
        one.name,
      );
    expect(await phone()).toEqual([{ phone: '0692333333' }]);
    await decide(manager(), id, 'MEME_PERSONNE').expect(200);
    expect(await phone()).toEqual([{ phone: '0692111111' }]);
    await undo(manager(), id).expect(200);
    expect(await phone()).toEqual([{ phone: '0692333333' }]);
    const kept = 'select 1 from app.identity_review where id = $1 and contact_before is not null';
    expect(await partners.look(kept, id)).toEqual([]);
  });

  /** A row with the number of somebody known and another first name: only a human can say. */
  async function newReferral() {
    const one = new Somebody();
    await partners.send('ORI', ML, { nature: 'S', rows: [one.referred()] });
    await partners.send('ORI', ML, {
      nature: 'S',
      rows: [one.referred({ etat_orientation: 'RETIREE' })],
    });
    const again = new Somebody();
    const row = again.referred({ ...imiloOf(one), nom_naissance: one.name, prenoms: 'Inès' });
    const { id: fileId } = await partners.send('ORI', ML, { rows: [row] });
    return { again, fileId, id: await reviewOf(manager(), fileId) };
  }

  it('withdraws the referral it had made, on both sides, and makes it again', async () => {
    const { again, fileId, id } = await newReferral();
    const asSent = await report(ML, fileId);
    await decide(manager(), id, 'MEME_PERSONNE').expect(200);
    const { version: _version, ...made } = await partners.referral(again.reference);
    expect(made).toMatchObject({ state: 'submitted' });
    const asApplied = await report(ML, fileId);
    await undo(manager(), id).expect(200);
    expect(await report(ML, fileId)).toEqual(asSent);
    expect(await partners.referral(again.reference)).toMatchObject({ state: 'withdrawn' });
    expect(await partners.candidacy(again.reference)).toMatchObject({ state: 'closed' });
    await decide(manager(), id, 'MEME_PERSONNE').expect(200);
    expect(await partners.referral(again.reference)).toMatchObject(made);
    expect(await partners.candidacy(again.reference)).toMatchObject({ state: 'received' });
    expect(await report(ML, fileId)).toEqual(asApplied);
  });

  it('may be followed by the other one, which refuses the row', async () => {
    const { again, fileId, id } = await newReferral();
    await decide(manager(), id, 'MEME_PERSONNE').expect(200);
    await undo(manager(), id).expect(200);
    await decide(manager(), id, 'PERSONNES_DIFFERENTES').expect(200);
    expect((await report(ML, fileId)).compteurs).toMatchObject({ rejetees: 1, en_revue: 0 });
    expect(await partners.referral(again.reference)).toMatchObject({ state: 'withdrawn' });
  });

  it('stands once the unit has answered', async () => {
    const { again, id } = await newReferral();
    await decide(manager(), id, 'MEME_PERSONNE').expect(200);
    const { id: candidacyId } = await partners.candidacy(again.reference);
    await recruiter()
      .post(`/api/v1/candidacies/${candidacyId}/commands/acknowledge`)
      .send({ effectiveOn: '2026-12-03', unitFileNumber: again.fileNumber })
      .expect(200);
    const refused = await undo(manager(), id);
    expect([refused.status, refused.body.code]).toEqual([409, 'identity-review-overtaken']);
    expect(await partners.referral(again.reference)).toMatchObject({ state: 'received' });
  });

  it('never gives the reference of one person to another', async () => {
    const one = new Somebody();
    const homonyms = await partners.look<{ id: string }>(
      `insert into app.young_person (id, org_id, birth_name, first_names, sex, birth_date,
         birth_place_code, name_key, first_name_key)
       select gen_random_uuid(), o.id, $1, '{Léa}', 'F', '2005-03-11', '97411', $1, 'LEA'
       from app.organisation o, generate_series(1, 2) where o.code = $2 returning id`,
      one.name,
      ML,
    );
    const [first, second] = homonyms.map(({ id }) => id);
    const sent = await partners.send('ORI', ML, { rows: [one.referred({ prenoms: 'Léa' })] });
    expect(sent.said).toEqual(['2 HOMONYME_POSSIBLE nom_naissance']);
    const id = await reviewOf(manager(), sent.id);
    await decide(manager(), id, 'MEME_PERSONNE', first).expect(200);
    await undo(manager(), id).expect(200);
    const other = await decide(manager(), id, 'MEME_PERSONNE', second);
    expect([other.status, other.body.code]).toEqual([409, 'reviewed-row-doubtful']);
    await decide(manager(), id, 'MEME_PERSONNE', first).expect(200);
    expect(await partners.referral(one.reference)).toMatchObject({ state: 'submitted' });
  });
});

const imiloOf = (one: Somebody) => ({ identifiant_imilo: String(88_000_000 + one.number) });

/** The same person, referred over the API with another number to call. */
function asRequest(one: Somebody) {
  return {
    unit: UNIT,
    youngPerson: {
      birthName: one.name,
      usageName: null,
      firstNames: ['Léa', 'Marie'],
      sex: 'F',
      birthDate: '2005-03-11',
      birthPlaceCode: '97411',
      phone: '0692333333',
      email: null,
      address: { street: '1 rue du Four', postalCode: '97400', communeCode: '97411' },
      imiloId: imiloOf(one).identifiant_imilo,
    },
    volunteerType: 'VS',
    diplomaLevel: 'INFRA3_VBIS',
    support: 'AUCUN',
    prerequisites: [],
    informedOn: '2026-11-09',
    noticeVersion: '1',
    submit: true,
  };
}
