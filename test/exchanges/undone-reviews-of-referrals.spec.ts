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
    const id = await reviewers.reviewOf(manager(), fileId);
    await decide(manager(), id, 'MEME_PERSONNE').expect(200);
    expect(await contactOf(one)).toMatchObject({ phone: '0692111111' });
    await undo(manager(), id).expect(200);
    expect(await contactOf(one)).toEqual(contact);
    const { version: _version, youngPerson, ...told } = known;
    const { version: _personVersion, ...person } = youngPerson;
    expect(await partners.referral(one.reference)).toMatchObject({ ...told, youngPerson: person });
    const history = await reviewers.historyOf('referral', known.id);
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
    const id = await reviewers.reviewOf(manager(), fileId);
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
    return { again, fileId, id: await reviewers.reviewOf(manager(), fileId) };
  }

  it('withdraws the referral it had made, on both sides, and makes it again', async () => {
    const { again, fileId, id } = await newReferral();
    const asSent = await reviewers.report(ML, fileId);
    await decide(manager(), id, 'MEME_PERSONNE').expect(200);
    const { version: _version, ...made } = await partners.referral(again.reference);
    expect(made).toMatchObject({ state: 'submitted' });
    const asApplied = await reviewers.report(ML, fileId);
    await undo(manager(), id).expect(200);
    expect(await reviewers.report(ML, fileId)).toEqual(asSent);
    expect(await partners.referral(again.reference)).toMatchObject({ state: 'withdrawn' });
    expect(await partners.candidacy(again.reference)).toMatchObject({ state: 'closed' });
    await decide(manager(), id, 'MEME_PERSONNE').expect(200);
    expect(await partners.referral(again.reference)).toMatchObject(made);
    expect(await partners.candidacy(again.reference)).toMatchObject({ state: 'received' });
    expect(await reviewers.report(ML, fileId)).toEqual(asApplied);
  });

  it('may be followed by the other one, which refuses the row', async () => {
    const { again, fileId, id } = await newReferral();
    await decide(manager(), id, 'MEME_PERSONNE').expect(200);
    await undo(manager(), id).expect(200);
    await decide(manager(), id, 'PERSONNES_DIFFERENTES').expect(200);
    expect((await reviewers.report(ML, fileId)).compteurs).toMatchObject({
      rejetees: 1,
      en_revue: 0,
    });
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
    const id = await reviewers.reviewOf(manager(), sent.id);
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
