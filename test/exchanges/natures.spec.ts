import { Emitters, ML, newPeople, Somebody, UNIT } from './support/emitters.js';

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
beforeEach(() => partners.emptySlots());
afterAll(() => partners?.service.close());

/** Referred in October: what a unit says of November comes after. */
const EARLY = { date_orientation: '2026-10-10', date_information_jeune: '2026-10-09' };

async function referred(count: number): Promise<Somebody[]> {
  const people = newPeople(count);
  const rows = people.map((one) => one.referred(EARLY));
  await partners.send('ORI', ML, { nature: 'S', rows });
  return people;
}

describe('A file that replaces the photo of a unit', () => {
  it('keeps what is the same, changes what differs, adds what is new, drops what is gone', async () => {
    const [same, other, gone, added] = await referred(4);
    await partners.send('SUI', UNIT, {
      nature: 'I',
      rows: [same!.decided(), other!.decided(), gone!.decided()],
    });
    const report = await partners.send('SUI', UNIT, {
      nature: 'R',
      rows: [same!.decided(), other!.answered(), added!.answered()],
    });
    expect(report).toMatchObject({ code: 0, compteurs: { inchangees: 1, appliquees: 2 } });
    expect(await partners.candidacy(same!.reference)).toMatchObject({ state: 'decided' });
    expect(await partners.candidacy(other!.reference)).toMatchObject({
      state: 'in-evaluation',
      outcome: null,
    });
    expect(await partners.candidacy(gone!.reference)).toMatchObject({
      state: 'received',
      outcome: null,
      acknowledgedOn: null,
    });
    expect(await partners.referral(gone!.reference)).toMatchObject({
      state: 'submitted',
      outcome: null,
    });
    expect(await partners.candidacy(added!.reference)).toMatchObject({ state: 'in-evaluation' });
  });

  it('undoes by a command, and deletes nothing', async () => {
    const [gone, kept] = await referred(2);
    await partners.send('SUI', UNIT, { nature: 'I', rows: [gone!.decided(), kept!.decided()] });
    await partners.send('SUI', UNIT, { nature: 'R', rows: [kept!.decided()] });
    const { id } = await partners.candidacy(gone!.reference);
    const history = await partners.look<{ command: string; channel: string }>(
      `select command, channel, is_correction from app.candidacy_transition
       where candidacy_id = $1 order by recorded_at`,
      id,
    );
    expect(history.map(({ command }) => command)).toEqual(['open', 'decide', 'restate']);
    expect(history.at(-1)).toMatchObject({ channel: 'file', is_correction: true });
    const audited = await partners.look(
      `select 1 from app.audit_event where resource_id = $1 and command = 'candidacy.restate'`,
      id,
    );
    expect(audited).toHaveLength(1);
  });

  it('leaves what another month or a notice said of the same person', async () => {
    const [noticed, kept] = await referred(2);
    await partners.send('SUI', UNIT, {
      nature: 'I',
      rows: [noticed!.decided(), kept!.decided()],
    });
    await partners.send('SUI', UNIT, {
      nature: 'S',
      rows: [noticed!.decided({ date_suite: '2026-12-02', date_etat: '2026-12-02' })],
    });
    await partners.send('SUI', UNIT, { nature: 'R', rows: [kept!.decided()] });
    expect(await partners.candidacy(noticed!.reference)).toMatchObject({
      state: 'decided',
      outcome: { decidedOn: '2026-12-02' },
    });
  });

  it('leaves what a person of the unit did by API', async () => {
    const [acted, kept] = await referred(2);
    await partners.send('SUI', UNIT, { nature: 'I', rows: [acted!.answered(), kept!.answered()] });
    const { id } = await partners.candidacy(acted!.reference);
    await (
      await partners.service.as(UNIT)
    )
      .post(`/api/v1/candidacies/${id}/commands/convoke`)
      .send({ effectiveOn: '2026-12-03' })
      .expect(200);
    await partners.send('SUI', UNIT, { nature: 'R', rows: [kept!.answered()] });
    expect(await partners.candidacy(acted!.reference)).toMatchObject({
      state: 'convoked',
      convokedOn: '2026-12-03',
      acknowledgedOn: '2026-12-03',
    });
  });

  it('does not drop what it states wrongly', async () => {
    const [wrong, kept] = await referred(2);
    await partners.send('SUI', UNIT, { nature: 'I', rows: [wrong!.decided(), kept!.decided()] });
    const report = await partners.send('SUI', UNIT, {
      nature: 'R',
      rows: [wrong!.decided({ date_suite: '2026-02-31' }), kept!.decided()],
    });
    expect(report).toMatchObject({ compteurs: { rejetees: 1, inchangees: 1 } });
    expect(await partners.candidacy(wrong!.reference)).toMatchObject({ state: 'decided' });
  });

  it('takes back a medical conclusion, and finds the one of the month before again', async () => {
    const [one, kept] = await referred(2);
    const unfit = { code_suite: 'INAPTE_TEMPORAIRE', date_reexamen: '2027-03' };
    await partners.send('SUI', UNIT, {
      nature: 'S',
      rows: [one!.decided({ ...unfit, date_suite: '2026-11-16', date_etat: '2026-11-16' })],
    });
    await partners.send('SUI', UNIT, { nature: 'I', rows: [one!.decided(), kept!.decided()] });
    await partners.send('SUI', UNIT, { nature: 'R', rows: [kept!.decided()] });
    expect(await partners.candidacy(one!.reference)).toMatchObject({
      outcome: { code: 'NON_RETENU', decidedOn: '2026-11-16' },
    });
    const { id } = await partners.candidacy(one!.reference);
    const sealed = await partners.look(
      'select 1 from app.medical_conclusion where candidacy_id = $1',
      id,
    );
    expect(sealed).toHaveLength(2);
  });

  it('is taken as an initial file when there was none', async () => {
    const [one] = await referred(1);
    const report = await partners.send('SUI', UNIT, { nature: 'R', rows: [one!.answered()] });
    expect(report).toMatchObject({
      code: 1,
      compteurs: { appliquees: 1 },
      said: ['* REMPLACEMENT_SANS_INITIAL'],
    });
  });

  it('makes what comes after it and was sent before it stale or refused', async () => {
    const [one, late] = await referred(2);
    const [initial, completing] = [partners.next('SUI', UNIT), partners.next('SUI', UNIT)];
    await partners.send('SUI', UNIT, { nature: 'R', rows: [one!.answered()] });
    expect(
      await partners.refused('SUI', UNIT, {
        nature: 'I',
        rows: [late!.decided()],
        sequence: initial,
      }),
    ).toEqual(['DOUBLON_ANCIEN', 'SEQUENCE_TARDIVE']);
    const report = await partners.send('SUI', UNIT, {
      nature: 'C',
      rows: [late!.decided(), one!.decided()],
      sequence: completing,
    });
    expect(report).toMatchObject({ compteurs: { perimees: 2 }, said: ['* SEQUENCE_TARDIVE'] });
    expect(await partners.candidacy(late!.reference)).toMatchObject({ state: 'received' });
    expect(await partners.candidacy(one!.reference)).toMatchObject({ state: 'in-evaluation' });
  });

  it('closes the file of somebody only it knew, and opens it again when they come back', async () => {
    const [one, direct] = [new Somebody(), new Somebody()];
    await partners.send('ORI', ML, { nature: 'S', rows: [one.referred()] });
    await partners.send('SUI', UNIT, { nature: 'I', rows: [one.answered(), direct.direct()] });
    await partners.send('SUI', UNIT, { nature: 'R', rows: [one.answered()] });
    const [closed] = await partners.look<{ id: string; state: string }>(
      'select id, state from app.candidacy where unit_file_number = $1',
      direct.fileNumber,
    );
    expect(closed).toMatchObject({ state: 'closed' });
    const report = await partners.send('SUI', UNIT, { nature: 'C', rows: [direct.direct()] });
    expect(report).toMatchObject({ compteurs: { appliquees: 1 } });
    expect(
      await partners.look(
        'select id, state from app.candidacy where unit_file_number = $1',
        direct.fileNumber,
      ),
    ).toEqual([{ id: closed!.id, state: 'in-evaluation' }]);
  });
});

describe('A file that annuls the photo of a unit', () => {
  it('takes everything back, and the slot is expected again', async () => {
    const [one] = await referred(1);
    await partners.send('SUI', UNIT, { nature: 'I', rows: [one!.decided()] });
    expect(await partners.slotState('SUI', UNIT)).toBe('received');
    const report = await partners.send('SUI', UNIT, { nature: 'A', rows: [] });
    expect(report).toMatchObject({ code: 0, compteurs: { lues: 0 } });
    expect(await partners.slotState('SUI', UNIT)).toBe('expected');
    expect(await partners.candidacy(one!.reference)).toMatchObject({ state: 'received' });
    await partners.send('SUI', UNIT, { nature: 'I', rows: [one!.answered()] });
    expect(await partners.slotState('SUI', UNIT)).toBe('received');
    expect(await partners.candidacy(one!.reference)).toMatchObject({ state: 'in-evaluation' });
  });
});

describe('A file that replaces the photo of a mission locale', () => {
  it('withdraws the referrals that are gone, and brings back those withdrawn by mistake', async () => {
    const [kept, gone, withdrawn] = newPeople(3);
    await partners.send('ORI', ML, { nature: 'S', rows: [withdrawn!.referred()] });
    await partners.send('ORI', ML, {
      nature: 'I',
      rows: [
        kept!.referred(),
        gone!.referred(),
        withdrawn!.referred({ etat_orientation: 'RETIREE' }),
      ],
    });
    expect(await partners.candidacy(withdrawn!.reference)).toMatchObject({ state: 'closed' });
    const report = await partners.send('ORI', ML, {
      nature: 'R',
      rows: [kept!.referred(), withdrawn!.referred({ niveau_diplome: 'N4' })],
    });
    expect(report).toMatchObject({ compteurs: { inchangees: 1, appliquees: 1 } });
    expect(await partners.referral(gone!.reference)).toMatchObject({ state: 'withdrawn' });
    expect(await partners.candidacy(gone!.reference)).toMatchObject({ state: 'closed' });
    expect(await partners.referral(withdrawn!.reference)).toMatchObject({ state: 'submitted' });
    expect(await partners.candidacy(withdrawn!.reference)).toMatchObject({ state: 'received' });
  });
});

describe('A photo that contradicts a notice of its month', () => {
  it('wins, and says so', async () => {
    const [one] = await referred(1);
    await partners.send('SUI', UNIT, { nature: 'S', rows: [one!.decided()] });
    const report = await partners.send('SUI', UNIT, {
      nature: 'I',
      rows: [one!.answered({ etat_candidature: 'CONVOQUEE', date_etat: '2026-11-20' })],
    });
    expect(report).toMatchObject({ code: 1, compteurs: { appliquees: 1 } });
    expect(report.said).toContain('2 PHOTO_CONTREDIT_SIGNALEMENT etat_candidature');
    expect(await partners.candidacy(one!.reference)).toMatchObject({
      state: 'convoked',
      outcome: null,
    });
  });
});

describe('A test file', () => {
  it('gets the same report, marked as a test, and has no effect whatever', async () => {
    const [one] = await referred(1);
    const unknown = new Somebody();
    const before = await partners.everything();
    const report = await partners.send('SUI', UNIT, {
      mode: 'T',
      nature: 'I',
      rows: [one!.decided(), unknown.answered(), unknown.direct()],
    });
    expect(report).toMatchObject({
      essai: true,
      code: 2,
      compteurs: { lues: 3, appliquees: 2, rejetees: 1 },
    });
    expect(await partners.everything()).toEqual(before);
    expect(await partners.candidacy(one!.reference)).toMatchObject({ state: 'received' });
  });

  it('has numbers of its own, and may be replaced and annulled', async () => {
    const [one] = await referred(1);
    const before = await partners.everything();
    for (const nature of ['R', 'A', 'I', 'C'] as const) {
      const rows =
        nature === 'A' ? [] : [one!.answered({ date_etat: `2026-11-1${nature.length}` })];
      await partners.send('SUI', UNIT, { mode: 'T', nature, rows });
    }
    expect(await partners.everything()).toEqual(before);
  });
});
