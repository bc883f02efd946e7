import { Emitters, ML, OPEN, UNIT } from '../exchanges/support/emitters.js';
import { referralBody } from '../permissions/support/referral-body.js';
import { toldRows } from '../exchanges/support/told-rows.js';

// The identity and the contact of a young person, corrected through both doors, and who learns of it.

let partners: Emitters;
beforeAll(async () => {
  partners = await Emitters.start();
});
afterAll(() => partners?.service.close());

const adviser = (code = ML) => partners.service.person('ml-adviser', code);
const recruiter = () => partners.service.person('recruiter', UNIT);
type Person = ReturnType<typeof adviser>;
const read = async (address: string, person: Person = adviser()) =>
  (await person.get(address).set('accept', 'text/html')).text;

interface Referred {
  readonly id: string;
  readonly person: string;
  readonly reference: string;
  readonly candidacy: string;
}

async function refer(youngPerson: object = {}): Promise<Referred> {
  const body = referralBody();
  const described = { ...(body['youngPerson'] as object), ...youngPerson };
  const sent = { ...body, youngPerson: described, submit: true };
  const { body: answer } = await adviser().post('/api/v1/referrals').send(sent).expect(201);
  return {
    id: String(answer.id),
    person: String(answer.youngPerson.id),
    reference: String(answer.reference),
    candidacy: String(answer.candidacyId),
  };
}
const correct = (id: string, body: object, person: Person = adviser()) =>
  person.post(`/api/v1/young-people/${id}/commands/correct`).send(body);

/** What the form of the page holds, and what is changed in it. */
async function corrected(id: string, changes: Record<string, string>, person = adviser()) {
  const page = await read(`/jeunes/${id}/correction`, person);
  const inputs = [...page.matchAll(/<input[^>]*>/g)].map(([tag]) => tag);
  const of = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  const fields = Object.fromEntries(
    inputs.flatMap((tag) => {
      const [name, type] = [of(tag, 'name'), of(tag, 'type')];
      const isLeft = type === 'radio' && !/ checked/.test(tag);
      return name === undefined || isLeft ? [] : [[name, of(tag, 'value') ?? '']];
    }),
  );
  return person
    .post(`/jeunes/${id}/correction`)
    .set('sec-fetch-site', 'same-origin')
    .type('form')
    .set('accept', 'text/html')
    .send({ ...fields, ...changes });
}

const told = () => toldRows(partners, 'ORI', UNIT, '2026-11');

describe('A correction by the API', () => {
  it('is seen at once by the unit that holds the open referral, and told to it by file', async () => {
    const { id, person, reference, candidacy } = await refer();
    await told();
    const { body } = await correct(person, {
      version: 1,
      birthName: 'PAYET-GRONDIN',
      phone: '0692112233',
    }).expect(200);
    expect(body).toMatchObject({ version: 2, birthName: 'PAYET-GRONDIN', phone: '0692112233' });

    const seen = await recruiter().get(`/api/v1/candidacies/${candidacy}`).expect(200);
    expect(JSON.stringify(seen.body)).toContain('PAYET-GRONDIN');
    const { body: history } = await recruiter().get(`/api/v1/referrals/${id}/history`).expect(200);
    expect(history.items.at(-1)).toMatchObject({ command: 'correct-person', to: 'submitted' });
    expect(JSON.stringify(history)).not.toContain('0692112233');
    expect(await told()).toEqual([
      expect.objectContaining({
        reference_orientation: reference,
        nom_naissance: 'PAYET-GRONDIN',
        telephone: '0692112233',
      }),
    ]);
    expect(await told()).toEqual([]);
  });

  it('stays when software refers again as of that day, and gives way to who says otherwise later', async () => {
    const { id, person, reference } = await refer({ phone: '0692000000' });
    await correct(person, { version: 1, phone: '0692112233' }).expect(200);
    // The database dates a correction by its own clock: it is of the day of the referral here.
    await partners.service.database.owner.query(
      `update app.person_correction set corrected_at = $2 where person_id = $1`,
      [person, OPEN],
    );
    const { body: before } = await adviser().get(`/api/v1/referrals/${id}`).expect(200);
    const { imiloId } = before.youngPerson;
    await adviser().post(`/api/v1/referrals/${id}/commands/withdraw`).send({}).expect(200);
    const again = referralBody();
    const described = { ...(again['youngPerson'] as object), imiloId, phone: '0692000000' };
    const phoneBy = async (who: Person) => {
      const sent = { ...again, youngPerson: described, submit: false };
      const { body } = await who.post('/api/v1/referrals').send(sent).expect(201);
      expect(body.reference).not.toBe(reference);
      return body.youngPerson.phone;
    };
    expect(await phoneBy(await partners.service.as(ML))).toBe('0692112233');
    expect(await phoneBy(adviser())).toBe('0692000000');
  });

  it('keeps no value in the journal, and both values in a history of its own', async () => {
    const { person } = await refer();
    await correct(person, { version: 1, email: 'lea@exemple.fr' }).expect(200);
    const lines = await partners.look<{ detail: string; all: string }>(
      `select detail, t::text as all from app.audit_event t
       where command = 'young-person.correct' and resource_id = $1`,
      person,
    );
    expect(lines.map(({ detail }) => detail)).toEqual(['email']);
    expect(JSON.stringify(lines)).not.toContain('lea@');
    expect(
      await partners.look(
        'select field, before, after from app.person_correction where person_id = $1',
        person,
      ),
    ).toEqual([{ field: 'email', before: null, after: 'lea@exemple.fr' }]);
  });

  it('writes nothing when it says nothing new', async () => {
    const { person } = await refer();
    const { body } = await correct(person, { version: 1, birthName: 'PAYET' }).expect(200);
    expect(body.version).toBe(1);
  });

  it('is refused on another version than the one that was read', async () => {
    const { person } = await refer();
    await correct(person, { version: 1, phone: '0692000001' }).expect(200);
    const { body } = await correct(person, { version: 1, phone: '0692000002' }).expect(409);
    expect(body.type).toContain('changed-meanwhile');
  });

  it('refuses what is forbidden, an impossible age and an unknown place', async () => {
    const { person } = await refer();
    const codes = async (body: object) => {
      const answer = await correct(person, { version: 1, ...body }).expect(422);
      return (answer.body.errors as { pointer: string; code: string }[]).map(
        ({ pointer, code }) => `${pointer} ${code}`,
      );
    };
    expect(await codes({ birthName: 'PAYET 2 05 03 97 411 123 45' })).toEqual([
      '/birthName CONTENU_INTERDIT',
    ]);
    expect(await codes({ address: { street: 'sigycop 2223222' } })).toEqual([
      '/address/street CONTENU_INTERDIT',
    ]);
    expect(await codes({ birthDate: '2020-01-01' })).toEqual(['/birthDate AGE_IMPOSSIBLE']);
    expect(await codes({ birthPlaceCode: '97999' })).toEqual([
      '/birthPlaceCode CODE_COMMUNE_INCONNU',
    ]);
  });

  it('asks for the guardian’s agreement when it makes somebody a minor, by page and API', async () => {
    const { person } = await refer({ birthName: 'MINEURE' });
    const body = { version: 1, birthDate: '2009-05-05' };
    const refused = await correct(person, body).expect(422);
    expect(refused.body.errors).toMatchObject([
      { pointer: '/guardianship/hasRepresentative', code: 'MINEUR' },
    ]);
    const awaited = { hasRepresentative: true, authorisation: 'ATTENDUE' };
    const unsigned = await correct(person, { ...body, guardianship: awaited }).expect(422);
    expect(unsigned.body.errors).toMatchObject([{ pointer: '/guardianship/authorisation' }]);

    const day = { 'naissance-jour': '05', 'naissance-mois': '05', 'naissance-annee': '2009' };
    const page = await corrected(person, day);
    expect(page.status).toBe(422);
    expect(page.text).toContain('name="representant.connu"');
    const agreed = { ...day, 'representant.connu': 'oui', autorisation: 'given' };
    expect((await corrected(person, agreed)).status).toBe(303);
    // Who is a minor already was answered for when they were referred.
    await correct(person, { version: 2, birthDate: '2009-06-05' }).expect(200);
    await correct(person, { version: 3, birthDate: '2005-06-05' }).expect(200);
    const given = { hasRepresentative: true, authorisation: 'DONNEE' };
    await correct(person, { version: 4, birthDate: '2009-05-05', guardianship: given }).expect(200);
  });

  it('asks for it too when the draft of a minor is sent, by page and API', async () => {
    const draft = async (birthName: string, birthDate: string) => {
      const body = referralBody();
      const youngPerson = { ...(body['youngPerson'] as object), birthName, birthDate };
      const sent = { ...body, youngPerson, submit: false };
      const answer = await adviser().post('/api/v1/referrals').send(sent).expect(201);
      return String(answer.body.id);
    };
    const submit = (id: string) => adviser().post(`/api/v1/referrals/${id}/commands/submit`);
    const first = await draft('JEUNE', '2009-05-05');
    const refused = await submit(first).expect(422);
    expect(refused.body.errors).toMatchObject([{ code: 'MINEUR' }]);
    const given = { hasRepresentative: true, authorisation: 'DONNEE' };
    await submit(first).send({ guardianship: given }).expect(200);
    await submit(await draft('ADULTE', '2005-05-05')).expect(200);

    const second = await draft('CADETTE', '2009-05-06');
    const send = (fields: object) =>
      adviser()
        .post(`/orientations/${second}/transmission`)
        .set('sec-fetch-site', 'same-origin')
        .set('accept', 'text/html')
        .type('form')
        .send({ version: '1', ...fields });
    const asked = await send({}).expect(422);
    expect(asked.text).toContain('name="autorisation"');
    await send({ 'representant.connu': 'oui', autorisation: 'given' }).expect(303);
  });

  it('finds nobody of another mission locale, and a unit has no door', async () => {
    const { person } = await refer();
    const body = { version: 1, phone: '0692000009' };
    expect((await correct(person, body, adviser('97410S00'))).status).toBe(404);
    expect((await correct(person, body, recruiter())).status).toBe(403);
  });

  it('is refused when it makes a young person the same as another on file', async () => {
    const [one, other] = [
      await refer({ birthName: 'FONTAINE' }),
      await refer({ birthName: 'FONTAINNE' }),
    ];
    const { body } = await correct(other.person, { version: 1, birthName: 'Fontaine' }).expect(409);
    expect(body).toMatchObject({ known: [{ id: one.person }] });
    expect(body.type).toContain('person-looks-known');
    await correct(other.person, { version: 1, phone: '0692000003' }).expect(200);
    const said = { version: 2, birthName: 'Fontaine', distinctFrom: [other.person] };
    await correct(other.person, said).expect(409);
    await correct(other.person, { ...said, distinctFrom: [one.person] }).expect(200);
    await correct(other.person, { version: 3, usageName: 'Hoarau' }).expect(200);
    await correct(other.person, { version: 4, distinctFrom: ['moi'] }).expect(422);
  });
});

describe('A correction on the page', () => {
  it('changes what was touched, and shows before and after to the mission locale alone', async () => {
    const { id, person } = await refer();
    expect(await read(`/jeunes/${person}`)).toContain(`href="/jeunes/${person}/correction"`);
    const answer = await corrected(person, { prenoms: 'Léa, Rose', telephone: '0692 44 55 66' });
    expect([answer.status, answer.headers['location']]).toEqual([303, `/jeunes/${person}`]);

    const page = await read(`/jeunes/${person}`);
    expect(page).toContain('Identité ou coordonnées corrigées');
    expect(page).toMatch(/avant\s: Léa\s; après\s: Léa, Rose/);
    expect(page).toMatch(/avant\s: rien\s; après\s: 0692445566/);
    expect(await read(`/orientations/${id}`)).toContain('coordonnées du jeune corrigées');
  });

  it('shows the one who has this identity already', async () => {
    const one = await refer({ birthName: 'TECHER' });
    const other = await refer({ birthName: 'TECHERE' });
    const answer = await corrected(other.person, { nom: 'TECHER' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Un autre dossier porte déjà cette identité');
    expect(answer.text).toContain(`href="/jeunes/${one.person}"`);
    expect(answer.text).toContain('Ce n’est pas TECHER');

    const twoPeople = await corrected(other.person, {
      nom: 'TECHER',
      [`distincts.${one.person}`]: 'oui',
    });
    expect([twoPeople.status, twoPeople.headers['location']]).toEqual([
      303,
      `/jeunes/${other.person}`,
    ]);
  });

  it('shows what is on file now when somebody else was faster', async () => {
    const { person } = await refer();
    const answer = await corrected(person, { version: '7', nom: 'DIJOUX' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Cette fiche a changé entre-temps');
    expect(answer.text).not.toContain('DIJOUX');
  });

  it('says what to do about a field, and finds nobody of another mission locale', async () => {
    const { person } = await refer();
    const answer = await corrected(person, { nom: '' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Saisissez le nom de naissance');
    const stranger = adviser('97410S00');
    expect((await stranger.get(`/jeunes/${person}/correction`)).status).toBe(404);
  });
});
