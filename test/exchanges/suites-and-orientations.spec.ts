import { until, type Row } from './support/deposits.js';
import { Emitters, ML, newPeople, Somebody, UNIT } from './support/emitters.js';

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
afterAll(() => partners?.service.close());

/** People the mission locale referred by a file just now. */
async function referred<Count extends number>(count: Count): Promise<Somebody[]> {
  const some = newPeople(count);
  const report = await partners.send('ORI', ML, { rows: some.map((one) => one.referred()) });
  expect(report).toMatchObject({ state: 'applied', code: 0, compteurs: { appliquees: count } });
  return some;
}

async function referredOne(): Promise<Somebody> {
  const [one] = await referred(1);
  if (!one) throw new Error('one was referred');
  return one;
}

const answers = (...rows: ReturnType<Somebody['answered']>[]) =>
  partners.send('SUI', UNIT, { rows });

describe('ORI, from the mission locale to the unit', () => {
  it('refers people as an adviser would, the unit has their files at once', async () => {
    const one = await referredOne();
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
    const one = await referredOne();
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
    const one = await referredOne();
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
    const [known, other] = await referred(2);
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
    const one = await referredOne();
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
    const [twin, one] = await referred(2);
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

describe('SUI, from the unit to the mission locale', () => {
  it('answers each referral, and leaves a line of its own in history and audit', async () => {
    const [first, second] = await referred(2);
    if (!first || !second) throw new Error('two were referred');
    const report = await answers(first.answered(), second.decided());
    expect(report).toMatchObject({ state: 'applied', code: 0, compteurs: { appliquees: 2 } });
    expect(await partners.referral(first.reference)).toMatchObject({ state: 'received' });
    expect(await partners.referral(second.reference)).toMatchObject({
      state: 'decided',
      outcome: { code: 'ABSENT', decidedOn: '2026-11-17' },
    });
    const lines = await partners.look(
      `select command, channel, file_line from app.candidacy_transition where file_id = $1
       order by file_line`,
      report.id,
    );
    expect(lines).toEqual([
      { command: 'evaluate', channel: 'file', file_line: 2 },
      { command: 'decide', channel: 'file', file_line: 3 },
    ]);
    const audited = await partners.look<{ command: string; file_line: number }>(
      `select command, file_line from app.audit_event where file_id = $1
       and command <> 'exchange.process' order by file_line, command`,
      report.id,
    );
    expect(audited).toEqual([
      { command: 'candidacy.evaluate', file_line: 2 },
      { command: 'referral.receive', file_line: 2 },
      { command: 'candidacy.decide', file_line: 3 },
      { command: 'referral.decide', file_line: 3 },
    ]);
  });

  it('finds everything unchanged when the same content comes again, once confirmed', async () => {
    const some = await referred(2);
    const rows = some.map((one) => one.decided());
    await answers(...rows);
    const unit = await partners.service.as(UNIT);
    const again = await answers(...rows);
    expect(again).toMatchObject({ state: 'held', said: ['* CONTENU_DEJA_RECU'] });
    const confirm = `/api/v1/exchanges/${again.id}/commands/confirm`;
    await unit.post(confirm).send({ code: 'CONTENU_DEJA_RECU' }).expect(200);
    const applied = await until('the confirmed file', async () => {
      const report = await partners.report(unit, again.id);
      return report.state === 'applied' ? report : undefined;
    });
    expect(applied).toMatchObject({ compteurs: { inchangees: 2 } });
  });

  it('keeps what is more recent, whatever comes when', async () => {
    const one = await referredOne();
    await answers(one.decided());
    const late = one.answered({ etat_candidature: 'CONVOQUEE', date_etat: '2026-11-15' });
    const notice = await partners.send('SUI', UNIT, { nature: 'S', rows: [late] });
    expect(notice).toMatchObject({ compteurs: { perimees: 1 } });
    expect(await partners.candidacy(one.reference)).toMatchObject({ state: 'decided' });
  });

  it('takes an unchanged row for news of its day', async () => {
    const one = await referredOne();
    const notice = (row: ReturnType<Somebody['answered']>) =>
      partners.send('SUI', UNIT, { nature: 'S', rows: [row] });
    await notice(one.answered({ date_etat: '2026-11-12' }));
    expect(await answers(one.answered())).toMatchObject({ compteurs: { inchangees: 1 } });
    const older = one.answered({ etat_candidature: 'CONVOQUEE', date_etat: '2026-11-20' });
    expect(await notice(older)).toMatchObject({ compteurs: { perimees: 1 } });
    const newer = one.answered({ etat_candidature: 'CONVOQUEE', date_etat: '2026-12-02' });
    expect(await notice(newer)).toMatchObject({ compteurs: { appliquees: 1 } });
  });

  it('gives a number to a file evaluated on a page', async () => {
    const one = await referredOne();
    const { id } = await partners.candidacy(one.reference);
    const recruiter = partners.service.person('recruiter', UNIT);
    const evaluate = `/api/v1/candidacies/${id}/commands/evaluate`;
    await recruiter.post(evaluate).send({ effectiveOn: '2026-11-12' }).expect(200);
    expect(await answers(one.answered())).toMatchObject({ compteurs: { appliquees: 1 } });
    expect(await partners.candidacy(one.reference)).toMatchObject({
      state: 'in-evaluation',
      unitFileNumber: one.fileNumber,
    });
  });

  it('opens the files of people who applied on their own, for itself only', async () => {
    const one = new Somebody();
    const report = await answers(
      one.direct({ etat_candidature: 'RECUE' }),
      one.direct({
        type_ligne: 'CORRECTION',
        periode_rattachement: '2026-10',
        etat_candidature: 'RECUE',
        date_etat: '2026-10-20',
      }),
    );
    expect(report).toMatchObject({ compteurs: { appliquees: 1, inchangees: 1 } });
    const list = `/api/v1/candidacies?unitFileNumber=${one.fileNumber}`;
    const { body } = await (await partners.service.as(UNIT)).get(list).expect(200);
    expect(body).toMatchObject({
      total: 1,
      items: [{ origin: 'DIRECT', missionLocale: null, youngPerson: { birthName: one.name } }],
    });
    expect(await answers(one.direct({ etat_candidature: 'CLOSE' }))).toMatchObject({
      compteurs: { appliquees: 1 },
    });
  });

  it('leaves the referral of someone referred elsewhere in between as it is', async () => {
    const [one, other] = await referred(2);
    if (!one || !other) throw new Error('two were referred');
    await answers(
      one.decided({ code_suite: 'AJOURNE', date_reexamen: '2026-11-20' }),
      other.answered(),
    );
    const elsewhere = new Somebody().referred({
      nom_naissance: one.name,
      identifiant_imilo: one.referred()['identifiant_imilo'] ?? '',
      code_unite: 'RSMA-YT',
    });
    expect(await partners.send('ORI', ML, { rows: [elsewhere] })).toMatchObject({
      compteurs: { appliquees: 1 },
    });
    const report = await answers(
      one.answered({ etat_candidature: 'CONVOQUEE', date_etat: '2026-11-25' }),
      other.decided(),
    );
    expect(report).toMatchObject({ state: 'applied', compteurs: { appliquees: 2 } });
    expect(await partners.candidacy(one.reference)).toMatchObject({ state: 'convoked' });
    expect(await partners.referral(one.reference)).toMatchObject({ state: 'decided' });
    expect(await partners.referral(other.reference)).toMatchObject({ state: 'decided' });
  });
});
