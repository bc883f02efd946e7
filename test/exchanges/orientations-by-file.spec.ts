import { referralBody } from '../permissions/support/referral-body.js';
import { type Row } from './support/deposits.js';
import { Emitters, ML, newPeople, Somebody, UNIT } from './support/emitters.js';
import { referred, referredOne } from './support/referred.js';

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
afterAll(() => partners?.service.close());

const answers = (...rows: ReturnType<Somebody['answered']>[]) =>
  partners.send('SUI', UNIT, { rows });

describe('ORI, from the mission locale to the unit', () => {
  it('refers people as an adviser would, the unit has their files at once', async () => {
    const one = await referredOne(partners);
    expect(await partners.referral(one.reference)).toMatchObject({
      state: 'submitted',
      unit: { code: UNIT },
      referredOn: '2026-11-10',
      youngPerson: { birthName: one.name, firstNames: ['Léa', 'Marie'] },
    });
    expect(await partners.candidacy(one.reference)).toMatchObject({
      state: 'received',
      missionLocale: { code: ML },
      youngPerson: { birthName: one.name },
    });
    expect(await partners.candidacy(one.reference, 'RSMA-YT')).toBeUndefined();
    expect(await partners.referral(one.reference, '97600S00')).toBeUndefined();
  });

  it('brings details and contact up to date, and withdraws', async () => {
    const one = await referredOne(partners);
    const moved = one.referred({ etat_orientation: 'MAINTENUE', telephone: '0692999999' });
    expect(await partners.send('ORI', ML, { rows: [moved] })).toMatchObject({
      compteurs: { appliquees: 1 },
    });
    expect(await partners.candidacy(one.reference)).toMatchObject({
      youngPerson: { phone: '0692999999' },
    });
    const withdrawn = one.referred({ etat_orientation: 'RETIREE' });
    await partners.send('ORI', ML, { rows: [withdrawn] });
    expect(await partners.candidacy(one.reference)).toMatchObject({ state: 'closed' });
    const again = one.referred({ etat_orientation: 'MAINTENUE', telephone: '0692888888' });
    const back = await partners.send('ORI', ML, { rows: [again] });
    expect(back.said).toEqual(['2 TRANSITION_INTERDITE etat_orientation ORIENTATION_RETIREE']);
  });

  it('leaves a contact as a page corrected it after the day of its data, and only then', async () => {
    const one = await referredOne(partners);
    const { body } = await partners.service
      .person('ml-adviser', ML)
      .get(`/api/v1/referrals?reference=${one.reference}`)
      .expect(200);
    const [{ youngPerson }] = body.items;
    await partners.service
      .person('ml-adviser', ML)
      .post(`/api/v1/young-people/${youngPerson.id}/commands/correct`)
      .send({ version: youngPerson.version, phone: '0692777777' })
      .expect(200);
    const correctedOn = (day: string) =>
      partners.look(`update app.person_correction set corrected_at = $1`, `${day}T12:00:00+04:00`);
    const again = (over: Row) =>
      partners.send('ORI', ML, {
        rows: [one.referred({ etat_orientation: 'MAINTENUE', ...over })],
      });
    const phone = async () => (await partners.candidacy(one.reference)).youngPerson.phone;
    await correctedOn('2026-12-01');
    expect((await again({ courriel: '' })).compteurs).toMatchObject({ perimees: 1 });
    expect(
      (await again({ qpv: '', adresse_voie: '14 rue des Manguiers' })).compteurs,
    ).toMatchObject({
      appliquees: 1,
    });
    expect(await phone()).toBe('0692777777');
    await correctedOn('2026-11-29');
    expect((await again({ telephone: '0692888888' })).compteurs).toMatchObject({ appliquees: 1 });
    expect(await phone()).toBe('0692888888');
  });

  it('says why it refers somebody not', async () => {
    const [known, other] = await referred(partners, 2);
    if (!known || !other) throw new Error('two were referred');
    const [second, stranger] = newPeople(2);
    const report = await partners.send('ORI', ML, {
      rows: [
        second!.referred({
          nom_naissance: known.name,
          identifiant_imilo: known.referred()['identifiant_imilo'] ?? '',
        }),
        stranger!.referred({ etat_orientation: 'RETIREE' }),
        other.referred({ code_unite: 'RSMA-YT', etat_orientation: 'MAINTENUE' }),
      ],
    });
    expect(report).toMatchObject({ code: 3, compteurs: { rejetees: 3 } });
    expect(report.said).toEqual([
      '2 TRANSITION_INTERDITE etat_orientation ORIENTATION_DEJA_OUVERTE',
      '3 REFERENCE_INCONNUE reference_orientation',
      '4 TRANSITION_INTERDITE code_unite UNITE_DIFFERENTE',
    ]);
  });

  it('refers elsewhere whom a unit left without an answer, and not before', async () => {
    const one = await referredOne(partners);
    const elsewhere = new Somebody().referred({
      nom_naissance: one.name,
      identifiant_imilo: one.referred()['identifiant_imilo'] ?? '',
      code_unite: 'RSMA-YT',
    });
    const send = (row: Row) => partners.send('ORI', ML, { rows: [row] });
    const sentOn = (day: string) =>
      partners.look(
        `update app.referral set referred_on = $1 where reference = $2`,
        day,
        one.reference,
      );
    await sentOn('2026-10-14');
    expect((await send(elsewhere)).said).toEqual([
      '2 TRANSITION_INTERDITE etat_orientation ORIENTATION_DEJA_OUVERTE',
    ]);
    await sentOn('2026-10-01');
    // The same unit is not asked twice.
    expect(await send({ ...elsewhere, code_unite: UNIT })).toMatchObject({
      compteurs: { rejetees: 1 },
    });
    // The very same file is known already: the next one says more.
    const next = { ...elsewhere, telephone: '0692444444' };
    expect(await send(next)).toMatchObject({ said: [], compteurs: { appliquees: 1 } });
    expect(await partners.referral(one.reference)).toMatchObject({ state: 'lapsed' });
    const [left] = await partners.look<{ channel: string; acting_role: string }>(
      `select t.acting_role, t.channel from app.referral_transition t
       join app.referral r on r.id = t.referral_id where r.reference = $1 and t.command = 'lapse'`,
      one.reference,
    );
    expect(left).toMatchObject({ acting_role: 'ml-file', channel: 'file' });
    // An answer that comes late is still an answer.
    await answers(one.decided({ code_suite: 'DESISTEMENT' }));
    expect(await partners.referral(one.reference)).toMatchObject({ state: 'decided' });
  });

  it('leaves a likely twin to a human, and applies the situation before the correction', async () => {
    const [twin, one] = await referred(partners, 2);
    if (!twin || !one) throw new Error('two were referred');
    const report = await partners.send('ORI', ML, {
      rows: [
        twin.referred({ prenoms: 'Inès', telephone: '0692111111' }),
        one.referred({ etat_orientation: 'MAINTENUE', niveau_diplome: 'N4' }),
        one.referred({
          type_ligne: 'CORRECTION',
          periode_rattachement: '2026-10',
          etat_orientation: 'MAINTENUE',
          niveau_diplome: 'N3',
        }),
      ],
    });
    expect(report).toMatchObject({ compteurs: { en_revue: 1, appliquees: 1, perimees: 1 } });
    expect(report.said).toEqual(['2 JUMEAUX_POSSIBLES nom_naissance']);
    expect(await partners.referral(one.reference)).toMatchObject({ diplomaLevel: 'N4' });
    const [review] = await partners.look(
      'select reason, state from app.identity_review where file_id = $1',
      report.id,
    );
    expect(review).toEqual({ reason: 'JUMEAUX_POSSIBLES', state: 'open' });
  });
});

describe('A minor', () => {
  it('is sent by the API with the agreement of their guardian alone, which no row has a word for', async () => {
    const body = referralBody();
    const youngPerson = { ...(body['youngPerson'] as object), birthDate: '2009-05-07' };
    const send = (over: object) =>
      partners.service
        .person('ml-adviser', ML)
        .post('/api/v1/referrals')
        .send({ ...body, youngPerson, submit: true, ...over });
    const awaited = { hasRepresentative: true, authorisation: 'ATTENDUE' };
    const refused = [await send({}), await send({ guardianship: awaited })];
    expect(refused.map(({ status, body: { code, errors } }) => [status, code, errors])).toEqual(
      ['hasRepresentative', 'authorisation'].map((field) => [
        422,
        'referral-invalid',
        [expect.objectContaining({ pointer: `/guardianship/${field}`, code: 'MINEUR' })],
      ]),
    );
    const given = { ...awaited, authorisation: 'DONNEE' };
    expect((await send({ guardianship: given })).body.state).toBe('submitted');
    const [one] = newPeople(1);
    const rows = [one!.referred({ date_naissance: '2009-05-08' })];
    expect(await partners.send('ORI', ML, { rows })).toMatchObject({ said: [] });
  });
});
