import { Emitters, ML, Somebody, UNIT } from './support/emitters.js';
import { decide, Reviewers, undo } from './support/reviewers.js';

// A decision on whom a row speaks of, taken back after the row was applied (exchange.md 7.f).

let partners: Emitters;
let reviewers: Reviewers;

beforeAll(async () => {
  partners = await Emitters.start();
  reviewers = new Reviewers(partners);
});
beforeEach(() => partners.emptySlots());
afterAll(() => partners?.service.close());

const recruiter = () => reviewers.recruiter();
const manager = () => reviewers.manager();

const auditOf = (resourceId: string) =>
  partners.look<{ command: string }>(
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
    const id = await reviewers.reviewOf(recruiter(), sent.id);
    return { one, fileId: sent.id, id };
  }

  it('is taken back by a command, with history, audit and events, and the report says so', async () => {
    const { one, fileId, id } = await doubted();
    const asSent = await reviewers.report(UNIT, fileId);
    const before = await partners.candidacy(one.reference);
    await decide(recruiter(), id, 'MEME_PERSONNE').expect(200);
    expect(await partners.candidacy(one.reference)).toMatchObject({ state: 'in-evaluation' });
    expect(await partners.referral(one.reference)).toMatchObject({ state: 'received' });
    expect((await reviewers.report(UNIT, fileId)).compteurs).toMatchObject({
      appliquees: 1,
      en_revue: 0,
    });
    const eventsBefore = await published(fileId);

    const undone = await undo(recruiter(), id).expect(200);
    expect(undone.body).toMatchObject({ state: 'open', availableCommands: ['decide'] });
    expect(await reviewers.report(UNIT, fileId)).toEqual(asSent);
    expect(await partners.candidacy(one.reference)).toMatchObject({
      state: before.state,
      acknowledgedOn: null,
      unitFileNumber: null,
    });
    expect(await partners.referral(one.reference)).toMatchObject({ state: 'submitted' });
    const history = await reviewers.historyOf('candidacy', before.id);
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
      return { candidacy, referral, report: await reviewers.report(UNIT, fileId) };
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
    expect(await reviewers.report(UNIT, fileId)).toMatchObject({
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
    const asDecided = await reviewers.report(UNIT, fileId);
    expect(asDecided.compteurs).toMatchObject({ rejetees: 3 });
    for (const review of reviews) {
      await undo(recruiter(), review.id).expect(200);
      expect((await reviewers.report(UNIT, fileId)).compteurs).toMatchObject({
        rejetees: 2,
        en_revue: 1,
      });
      await different(review).expect(200);
      expect(await reviewers.report(UNIT, fileId)).toEqual(asDecided);
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
    const asApplied = await reviewers.report(UNIT, fileId);
    const refused = await undo(recruiter(), id);
    expect([refused.status, refused.body.code]).toEqual([409, 'identity-review-overtaken']);
    expect(refused.body.detail).toContain('faites envoyer une ligne corrigée');
    expect(await reviewers.report(UNIT, fileId)).toEqual(asApplied);
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
    expect(await reviewers.report(UNIT, fileId)).toMatchObject({
      state: 'closed',
      compteurs: { appliquees: 1, en_revue: 0 },
    });
    await undo(recruiter(), id).expect(200);
    expect(await reviewers.report(UNIT, fileId)).toMatchObject({
      state: 'closed',
      compteurs: { appliquees: 0, en_revue: 1 },
    });
  });
});
