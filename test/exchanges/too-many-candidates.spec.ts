import { Emitters, ML, newPeople, Somebody } from './support/emitters.js';
import { decide, Reviewers } from './support/reviewers.js';

// Somebody whom more files resemble than a human can compare (exchange.md 7.f): 200 at most.

const MOST = 200;

let partners: Emitters;
let reviewers: Reviewers;

beforeAll(async () => {
  partners = await Emitters.start();
  reviewers = new Reviewers(partners);
});
beforeEach(() => partners.emptySlots());
afterAll(() => partners?.service.close());

/** That many files of the mission locale without a number, and one with, all of the same traits. */
async function resembling(count: number): Promise<Somebody> {
  const [one] = newPeople(1);
  await partners.send('ORI', ML, { nature: 'S', rows: [one!.referred()] });
  await partners.look(
    `insert into app.young_person select (jsonb_populate_record(p,
         jsonb_build_object('id', gen_random_uuid(), 'imilo_id', null, 'copy', copy))).*
       from app.young_person p, generate_series(1, $2) copy where p.name_key = $1`,
    one!.name,
    count,
  );
  return one!;
}

/** A referral with a new number, of somebody of these traits. */
async function referredAgain(one: Somebody) {
  const other = new Somebody();
  const row = other.referred({ nom_naissance: one.name });
  const report = await partners.send('ORI', ML, { rows: [row] });
  return { other, report };
}

async function candidatesOf(fileId: string) {
  const [review] = await partners.look<{ reason: string; count: number }>(
    `select reason, cardinality(candidate_ids) as count from app.identity_review where file_id = $1`,
    fileId,
  );
  return review;
}

describe('A row of somebody whom many files resemble', () => {
  it('is compared with each of two hundred', async () => {
    const { report } = await referredAgain(await resembling(MOST));
    expect(report).toMatchObject({
      compteurs: { en_revue: 1, appliquees: 0 },
      said: ['2 HOMONYME_POSSIBLE nom_naissance'],
    });
    expect(await candidatesOf(report.id)).toEqual({ reason: 'HOMONYME_POSSIBLE', count: MOST });
  });

  it('is compared with none of more, is nobody new by anybody’s word, and passes once its emitter completes it', async () => {
    const one = await resembling(MOST + 1);
    const { other, report } = await referredAgain(one);
    expect(report).toMatchObject({
      code: 1,
      compteurs: { en_revue: 1, appliquees: 0 },
      said: ['2 TROP_DE_CANDIDATS nom_naissance'],
    });
    expect(await candidatesOf(report.id)).toEqual({ reason: 'TROP_DE_CANDIDATS', count: 0 });
    expect(await partners.referral(other.reference)).toBeUndefined();

    const manager = reviewers.manager();
    const review = await reviewers.reviewOf(manager, report.id);
    const { body } = await decide(manager, review, 'PERSONNES_DIFFERENTES').expect(409);
    expect(body).toMatchObject({ code: 'reviewed-row-doubtful' });
    await decide(manager, review, 'INDECIDABLE').expect(200);
    expect(await partners.referral(other.reference)).toBeUndefined();

    const rows = [other.referred({ nom_naissance: one.name, prenoms: 'Zélie,Anaïs' })];
    expect(await partners.send('ORI', ML, { rows })).toMatchObject({ code: 0 });
    expect(await partners.referral(other.reference)).toMatchObject({ state: 'submitted' });
  });
});
