import { Emitters, ML, newPeople, Somebody, UNIT } from './support/emitters.js';

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
afterAll(() => partners?.service.close());

/** Two people the mission locale referred by a file just now. */
async function referredTwo(): Promise<[Somebody, Somebody]> {
  const [one, other] = [new Somebody(), new Somebody()];
  await partners.send('ORI', ML, { rows: [one.referred(), other.referred()] });
  return [one, other];
}

describe('A row the unit may not send', () => {
  it('speaks of nobody it knows, or of somebody else', async () => {
    const [one] = await referredTwo();
    const report = await partners.send('SUI', UNIT, {
      rows: [
        new Somebody().answered(),
        one.answered({ nom_naissance: 'BOYER', prenom_1: 'Jules', date_naissance: '2003-07-02' }),
      ],
    });
    expect(report).toMatchObject({ code: 2, compteurs: { rejetees: 1, en_revue: 1 } });
    expect(report.said).toEqual([
      '2 REFERENCE_INCONNUE reference_orientation',
      '3 IDENTITE_INCOHERENTE nom_naissance',
    ]);
  });

  it('speaks of the referral of another unit, which it learns nothing of', async () => {
    const elsewhere = new Somebody({ code_unite: 'RSMA-YT' });
    await partners.send('ORI', ML, { rows: [elsewhere.referred()] });
    const report = await partners.send('SUI', UNIT, { rows: [elsewhere.answered()] });
    expect(report.said).toEqual(['2 REFERENCE_INCONNUE reference_orientation']);
  });

  it.each([
    [
      'precedes the referral',
      { date_etat: '2026-11-08' },
      '2 CHRONOLOGIE date_etat ETAT_AVANT_ORIENTATION',
    ],
    [
      'annuls',
      { type_ligne: 'ANNULATION', periode_rattachement: '2026-10' },
      '2 constraint-error type_ligne ANNULATION',
    ],
    [
      'goes back',
      { etat_candidature: 'RECUE', date_etat: '2026-11-29' },
      '2 TRANSITION_INTERDITE etat_candidature',
    ],
  ])('%s', async (_, over, said) => {
    const [one] = await referredTwo();
    await partners.send('SUI', UNIT, { rows: [one.answered()] });
    const report = await partners.send('SUI', UNIT, { rows: [one.answered(over)] });
    expect(report).toMatchObject({ compteurs: { rejetees: 1 }, said: [said] });
  });

  it('gives a date of re-examination that no outcome calls for', async () => {
    const [one] = await referredTwo();
    const row = one.decided({ date_reexamen: '2027-01' });
    const report = await partners.send('SUI', UNIT, { rows: [row] });
    expect(report.said).toEqual(['2 constraint-error date_reexamen']);
  });
});

describe('Rows that meet', () => {
  it('are one when they are the same, none when they contradict each other', async () => {
    const [one, other] = await referredTwo();
    const report = await partners.send('SUI', UNIT, {
      rows: [one.decided(), one.decided(), other.decided(), other.answered()],
    });
    expect(report).toMatchObject({
      compteurs: { lues: 4, appliquees: 1, inchangees: 1, rejetees: 2 },
    });
    expect(report.said).toEqual(['3 duplicate-row', '4 primary-key', '5 primary-key']);
    expect(await partners.candidacy(other.reference)).toMatchObject({ state: 'received' });
  });

  it('are applied in turn when one corrects the past of the other', async () => {
    const [one] = await referredTwo();
    const report = await partners.send('SUI', UNIT, {
      rows: [
        one.answered({
          type_ligne: 'CORRECTION',
          periode_rattachement: '2026-10',
          etat_candidature: 'RECUE',
          date_etat: '2026-11-11',
        }),
        one.decided(),
      ],
    });
    expect(report).toMatchObject({ code: 0, compteurs: { appliquees: 2 } });
    expect(await partners.candidacy(one.reference)).toMatchObject({
      state: 'decided',
      acknowledgedOn: '2026-11-11',
    });
  });

  it('may not give one number to two files', async () => {
    const [one, other] = await referredTwo();
    const report = await partners.send('SUI', UNIT, {
      rows: [one.answered(), other.answered({ numero_dossier_unite: one.fileNumber })],
    });
    expect(report).toMatchObject({ state: 'applied', compteurs: { appliquees: 1, rejetees: 1 } });
    expect(report.said).toEqual(['3 primary-key numero_dossier_unite NUMERO_DEJA_PRIS']);
    const later = other.answered({ numero_dossier_unite: one.fileNumber, date_etat: '2026-11-13' });
    expect(await partners.send('SUI', UNIT, { rows: [later] })).toMatchObject({
      said: ['2 primary-key numero_dossier_unite NUMERO_DEJA_PRIS'],
    });
  });
});

describe('A medical conclusion', () => {
  const unfit = {
    code_suite: 'INAPTE_TEMPORAIRE',
    date_reexamen: '2027-03',
  };

  it('is sealed apart and reads like a selection in every list', async () => {
    const [one, other] = await referredTwo();
    const report = await partners.send('SUI', UNIT, {
      rows: [one.decided(unfit), other.decided({ code_suite: 'NON_RETENU_SELECTION' })],
    });
    expect(report).toMatchObject({ code: 0, compteurs: { appliquees: 2 } });
    const shown = { state: 'decided', outcome: { code: 'NON_RETENU', reexaminationOn: null } };
    for (const { reference } of [one, other]) {
      expect(await partners.referral(reference)).toMatchObject(shown);
      expect(await partners.candidacy(reference)).toMatchObject(shown);
    }
    const listed = [
      await partners.candidacy(one.reference),
      await partners.candidacy(other.reference),
    ];
    expect(listed[0]?.availableCommands).toEqual(listed[1]?.availableCommands);
    const sealed = await partners.look(
      `select m.id from app.medical_conclusion m join app.candidacy c on c.id = m.candidacy_id
       join app.referral r on r.id = c.referral_id where r.reference = any($1)`,
      [one.reference, other.reference],
    );
    expect(sealed).toHaveLength(1);
  });

  it('comes again unchanged, and contradicts another one of the same day', async () => {
    const [one] = await referredTwo();
    await partners.send('SUI', UNIT, { nature: 'S', rows: [one.decided(unfit)] });
    const again = await partners.send('SUI', UNIT, { rows: [one.decided(unfit)] });
    expect(again).toMatchObject({ compteurs: { inchangees: 1 } });
    const definitive = one.decided({ code_suite: 'INAPTE_DEFINITIF' });
    expect(await partners.send('SUI', UNIT, { rows: [definitive] })).toMatchObject({
      said: ['2 SUITE_CONTRADICTOIRE etat_candidature'],
    });
  });

  it('needs a depositor who may write one, and says no value', async () => {
    const [one, other] = await referredTwo();
    const operator = partners.service.person('exchange-operator', UNIT);
    const rows = [one.decided(unfit), other.decided()];
    const report = await partners.sendAs(operator, 'SUI', UNIT, { rows });
    expect(report).toMatchObject({ state: 'applied', compteurs: { appliquees: 1, rejetees: 1 } });
    expect(report.said).toEqual(['2 HORS_PERIMETRE code_suite CONCLUSION_MEDICALE']);
    expect(await partners.candidacy(one.reference)).toMatchObject({ state: 'received' });
    expect(partners.service.logged()).not.toContain(one.name);
  });
});

describe('The gates of a file', () => {
  it('let nothing in when too many rows are refused', async () => {
    const some = newPeople(40);
    const rows = some.map((one, index) =>
      one.referred(index < 20 ? { date_naissance: '2005-02-31' } : {}),
    );
    const report = await partners.send('ORI', ML, { rows });
    expect(report).toMatchObject({ state: 'rejected', code: 3, compteurs: { rejetees: 40 } });
    expect(report.said).toContain('* DERIVE_MASSIVE');
    expect(await partners.referral(some[39]?.reference ?? '')).toBeUndefined();
  });

  it('let nineteen refused rows by', async () => {
    const rows = newPeople(38).map((one, index) =>
      one.referred(index < 19 ? { date_naissance: '2005-02-31' } : {}),
    );
    expect(await partners.send('ORI', ML, { rows })).toMatchObject({
      state: 'applied',
      compteurs: { rejetees: 19, appliquees: 19 },
    });
  });

  it('let nothing in when rows are those of another organisation', async () => {
    const some = newPeople(10);
    const rows = some.map((one, index) =>
      one.referred(index === 9 ? { code_structure: '97416S00' } : {}),
    );
    const report = await partners.send('ORI', ML, { rows });
    expect(report).toMatchObject({ state: 'rejected', code: 3 });
    expect(report.said).toEqual(['* HORS_PERIMETRE', '11 HORS_PERIMETRE code_structure']);
    expect(await partners.referral(some[0]?.reference ?? '')).toBeUndefined();
  });
});

describe('A file of 5,000 rows', () => {
  it('refers them all, answers them all, and every row has its fate', async () => {
    const some = newPeople(5_000);
    const referred = await partners.send('ORI', ML, {
      nature: 'I',
      rows: some.map((one) => one.referred()),
    });
    expect(referred).toMatchObject({ code: 0, compteurs: { lues: 5_000, appliquees: 5_000 } });
    const answered = await partners.send('SUI', UNIT, {
      nature: 'I',
      rows: some.map((one, index) => (index % 2 === 0 ? one.answered() : one.decided())),
    });
    expect(answered).toMatchObject({ code: 0, compteurs: { lues: 5_000, appliquees: 5_000 } });
    const [fates] = await partners.look(
      `select count(*)::int as rows, count(distinct line)::int as lines,
         count(distinct resource_id)::int as resources, min(line) as first, max(line) as last
       from app.exchange_row where file_id = $1`,
      answered.id,
    );
    expect(fates).toEqual({ rows: 5_000, lines: 5_000, resources: 5_000, first: 2, last: 5_001 });
    const states = await partners.look(
      `select r.state, count(*)::int as count from app.referral r
       join app.exchange_row e on e.natural_key = r.reference where e.file_id = $1
       group by r.state order by r.state`,
      answered.id,
    );
    expect(states).toEqual([
      { state: 'decided', count: 2_500 },
      { state: 'received', count: 2_500 },
    ]);
  });
});
