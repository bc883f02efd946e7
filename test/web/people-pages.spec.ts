import { referralBody } from '../permissions/support/referral-body.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

// The young people of a mission locale, and the first page of each role, over HTTP and on a real database.

let service: TestApplication;
let made: Made;

interface Made {
  readonly id: string;
  readonly person: string;
  readonly candidacy: string;
  readonly sentOn: string;
}

beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
  made = await refer();
});
afterAll(() => service?.close());

const adviser = (code = '97411S00') => service.person('ml-adviser', code);
const recruiter = () => service.person('recruiter', 'RSMA-RE');
type Person = ReturnType<typeof adviser>;
const read = async (address: string, person: Person = adviser()) =>
  (await person.get(address).set('accept', 'text/html')).text;

async function refer(): Promise<Made> {
  const body = { ...referralBody(), submit: true };
  const { body: answer } = await adviser().post('/api/v1/referrals').send(body).expect(201);
  return {
    id: String(answer.id),
    person: String(answer.youngPerson.id),
    candidacy: String(answer.candidacyId),
    sentOn: String(answer.referredOn),
  };
}
const decide = ({ candidacy, sentOn }: Made, code: string) =>
  recruiter()
    .post(`/api/v1/candidacies/${candidacy}/commands/decide`)
    .send({
      code,
      decidedOn: sentOn,
      ...(code === 'INAPTE_TEMPORAIRE' ? { reexaminationOn: '2027-05-01' } : {}),
      ...(code === 'APTE_RETENU' ? { plannedIncorporationOn: '2027-05-03' } : {}),
    });

describe('The list of young people', () => {
  it('finds by a part of the name, whatever its accents, and by number', async () => {
    for (const text of ['léa pay', 'LEA', 'payet']) {
      const page = await read(`/jeunes?recherche=${encodeURIComponent(text)}`);
      expect(page).toContain(`href="/jeunes/${made.person}"`);
    }
    expect(await read('/jeunes?recherche=personne')).toContain('Aucun jeune ne correspond');
    expect(await read('/jeunes?recherche=77')).toContain('Aucun jeune ne correspond');
    expect(await read('/jeunes?page=99')).toContain('Cette page est vide');
  });

  it('shows nobody of another mission locale', async () => {
    expect(await read('/jeunes', adviser('97410S00'))).not.toContain('PAYET');
    const stranger = adviser('97410S00');
    expect((await stranger.get(`/jeunes/${made.person}`)).status).toBe(404);
  });

  it('leaves a trace of each reading', async () => {
    await read(`/jeunes/${made.person}`);
    const { rows } = await service.database.owner.query(
      `select command from app.audit_event where command like 'young-person.%' group by 1 order by 1`,
    );
    expect(rows).toEqual([{ command: 'young-person.list' }, { command: 'young-person.read' }]);
  });
});

describe('The page of a young person', () => {
  it('shows every referral, and refers again once none is under way', async () => {
    const referred = await refer();
    const { id, person } = referred;
    expect(await read(`/orientations/${id}`)).toContain(`href="/jeunes/${person}"`);
    const open = await read(`/jeunes/${person}`);
    expect(open).toContain('Répondre à l’orientation');
    expect(open).not.toContain('Orienter ce jeune');

    expect((await decide(referred, 'DESISTEMENT')).status).toBe(200);
    const decided = await read(`/jeunes/${person}`);
    expect(decided).toContain('Désistement du candidat');
    expect(decided).toContain('Orienter ce jeune');
    expect(/<title>([^<]*)</.exec(decided)?.[1]).not.toContain('PAYET');
  });

  it('reads a medical outcome like any other refusal', async () => {
    const referred = await refer();
    expect((await decide(referred, 'INAPTE_TEMPORAIRE')).status).toBe(200);
    const page = await read(`/jeunes/${referred.person}`);

    expect(page).toContain('Non retenu');
    expect(page).not.toMatch(/inaptitude/i);
  });
});

describe('The home', () => {
  const home = (role: string, code: string) => read('/', service.person(role, code));

  it('tells an adviser that an answer came in, without saying what is medical', async () => {
    const referred = await refer();
    const { id } = referred;
    expect(await read('/')).not.toContain(`href="/orientations/${id}"`);
    expect((await decide(referred, 'INAPTE_DEFINITIF')).status).toBe(200);
    const page = await read('/');

    expect(page).toContain(`href="/orientations/${id}"`);
    expect(page).toContain('Non retenu');
    expect(page).not.toMatch(/inaptitude/i);
  });

  it('counts what the list counts, and empties to zero', async () => {
    const stranger = adviser('97600S00');
    expect(await read('/', stranger)).toContain('Rien à faire');
    const body = { ...referralBody(), unit: 'RSMA-YT' };
    await stranger.post('/api/v1/referrals').send(body).expect(201);
    expect(await read('/', stranger)).toMatch(/>1<\/span> orientation à traiter/);
    expect(await read('/orientations', stranger)).toContain('1\u00A0orientation');
    expect(await home('ml-adviser', '97411S00')).not.toContain('RSMA-YT');
  });

  it('says to a unit what waits, by the views of its list', async () => {
    const page = await read('/', recruiter());
    expect(page).toMatch(/candidatures? à évaluer/);
    expect(page).not.toContain('Réponses arrivées');
  });

  it('says to the medical office who waits for a conclusion, as its list counts them', async () => {
    const { id } = await refer();
    await service.database.owner.query(
      `update app.candidacy set state = 'convoked', state_on = '2026-11-24', convoked_on = '2026-11-24'
       where referral_id = $1`,
      [id],
    );
    const page = await home('medical-office', 'RSMA-RE');
    const [, count] =
      /onglet=resultat"[^>]*><span[^>]*>(\d+)<\/span> candidats? sans conclusion/.exec(page) ?? [];
    const medical = service.person('medical-office', 'RSMA-RE');

    expect(Number(count)).toBeGreaterThan(0);
    expect(await read('/candidatures?onglet=resultat', medical)).toContain(
      `${count}\u00A0candidature`,
    );
    expect(page).not.toMatch(/à évaluer|à convoquer/);
  });

  it('shows an insertion officer whom to incorporate, as many as the list', async () => {
    expect(await home('insertion-officer', 'RSMA-RE')).toContain('Rien à faire');
    expect((await decide(await refer(), 'APTE_RETENU')).status).toBe(200);
    const officer = service.person('insertion-officer', 'RSMA-RE');

    expect(await read('/', officer)).toMatch(
      /onglet=a-incorporer"[^>]*><span[^>]*>1<\/span> jeune à incorporer/,
    );
    expect(
      (await read('/volontaires?onglet=a-incorporer', officer)).match(/scope="row"/g),
    ).toHaveLength(1);
  });

  it('says to an operator what is to be sent', async () => {
    expect(await home('exchange-operator', 'RSMA-RE')).toMatch(/fichiers? (attendus?|en retard)/);
  });

  it.each(['admin', 'dpo', 'committee-member'])('is sober for %s', async (role) => {
    const page = await home(role, 'UNML');
    expect(page).toContain('Vos pages');
    expect(page).not.toContain('À faire');
  });
});
