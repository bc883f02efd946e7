import { Emitters, ML, newPeople, UNIT, type Sent, type Somebody } from './support/emitters.js';
import { incorporated, left } from './support/service-rows.js';

// What was said first was not medical, and is corrected (domain.md 3.3): sealed as if it had been said so.

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
beforeEach(() => partners.emptySlots());
afterAll(() => partners?.service.close());

const EARLY = { date_orientation: '2026-10-10', date_information_jeune: '2026-10-09' };
const SELECTED = {
  code_suite: 'APTE_RETENU',
  niveau_evalue: 'EFFICACE',
  date_incorporation_prevue: '2026-11-20',
  contingent: '2026-11',
};
const UNFIT = { code_suite: 'INAPTE_TEMPORAIRE', date_reexamen: '2027-03' };
const NOTICE = { nature: 'S', period: '2026-11-28' } as const;
const SAID = { motif_sortie: 'AUTRE' };
const MEDICAL = { motif_sortie: 'INAPTITUDE_EN_COURS' };

async function referred(): Promise<Somebody> {
  const [one] = newPeople(1);
  await partners.send('ORI', ML, { nature: 'S', rows: [one!.referred(EARLY)] });
  return one!;
}

const send = (flow: 'SUI' | 'INC' | 'SOR', nature: Sent['nature'], rows: Sent['rows']) =>
  partners.send(flow, UNIT, { rows, ...(nature === 'S' ? NOTICE : { nature }) });

async function serving(): Promise<Somebody> {
  const one = await referred();
  await send('SUI', 'S', [one.decided(SELECTED)]);
  await send('INC', 'C', [incorporated(one)]);
  return one;
}

/** How many conclusions are sealed about somebody. */
async function sealed({ fileNumber }: Somebody): Promise<number> {
  const rows = await partners.look(
    `select 1 from app.medical_conclusion m join app.candidacy c on c.id = m.candidacy_id
     where c.unit_file_number = $1`,
    fileNumber,
  );
  return rows.length;
}

/** The days that bring somebody back, sealed beside the conclusions about them. */
function keptDays({ fileNumber }: Somebody) {
  return partners.look(
    `select m.sealed_day from app.medical_conclusion m join app.candidacy c on c.id = m.candidacy_id
     where c.unit_file_number = $1 and length(m.sealed_day) > 30`,
    fileNumber,
  );
}

/** The outcome of somebody as a role of the unit reads it on their page. */
async function outcomeReadBy(role: string, { reference }: Somebody) {
  const { id } = await partners.candidacy(reference);
  const { body } = await partners.service
    .person(role, UNIT)
    .get(`/api/v1/candidacies/${id}`)
    .expect(200);
  return body.outcome;
}

/** The service of somebody as the unit lists it. */
async function service({ reference }: Somebody) {
  const { body } = await partners.service
    .person('recruiter', UNIT)
    .get(`/api/v1/volunteers?reference=${reference}`)
    .expect(200);
  return body.items[0];
}

async function commandsOn({ id }: { readonly id: string }): Promise<string[]> {
  const lines = await partners.look<{ command: string }>(
    'select command from app.volunteer_transition where volunteer_id = $1 order by recorded_at, id',
    id,
  );
  return lines.map(({ command }) => command);
}

describe('An outcome corrected by file to a medical one', () => {
  it('is sealed and masked, and nothing medical is left once it is corrected back', async () => {
    const one = await referred();
    await send('SUI', 'I', [one.decided()]);
    await send('SUI', 'R', [one.decided(UNFIT)]);
    expect(await partners.referral(one.reference)).toMatchObject({
      outcome: { code: 'NON_RETENU', reexaminationOn: null },
    });
    expect(await sealed(one)).toBe(1);
    expect(await keptDays(one)).toHaveLength(1);
    expect(await outcomeReadBy('medical-office', one)).toMatchObject({ code: 'INAPTE_TEMPORAIRE' });
    expect(await outcomeReadBy('recruiter', one)).toMatchObject({ code: 'NON_RETENU' });
    await send('SUI', 'R', [one.decided()]);
    for (const role of ['medical-office', 'recruiter']) {
      expect(await outcomeReadBy(role, one)).toMatchObject({
        code: 'ABSENT',
        reexaminationOn: null,
      });
    }
    await send('SUI', 'R', [one.decided(UNFIT)]);
    expect(await outcomeReadBy('medical-office', one)).toMatchObject({ code: 'INAPTE_TEMPORAIRE' });
  });
});

describe('The reason of an exit', () => {
  it('corrected by file to a medical one is sealed once, and reads as before', async () => {
    const one = await serving();
    await send('SOR', 'S', [left(one, SAID)]);
    expect(await sealed(one)).toBe(0);
    const report = await send('SOR', 'C', [left(one, MEDICAL)]);
    expect(report).toMatchObject({ compteurs: { appliquees: 1 } });
    expect(await sealed(one)).toBe(1);
    const found = await service(one);
    expect(found).toMatchObject({ state: 'exited', exit: { reason: 'AUTRE' } });
    expect(await commandsOn(found)).toEqual(['incorporate', 'exit', 'correct-exit']);
    const again = await send('SOR', 'R', [left(one, MEDICAL)]);
    expect(again).toMatchObject({ compteurs: { inchangees: 1 } });
    expect(await sealed(one)).toBe(1);
  });

  it('is sealed where the service can only be told anew', async () => {
    const one = await serving();
    const early = left(one, { ...MEDICAL, date_sortie: '2026-11-15' });
    expect((await send('SOR', 'S', [early])).said).toEqual(['2 CHRONOLOGIE date_sortie']);
    await send('INC', 'R', [incorporated(one, { date_incorporation: '2026-11-10' })]);
    const found = await service(one);
    expect(found).toMatchObject({ state: 'exited', exit: { reason: 'AUTRE' } });
    expect(await commandsOn(found)).toEqual(['incorporate', 'restate']);
    expect(await sealed(one)).toBe(1);
    await send('INC', 'R', [incorporated(one, { date_incorporation: '2026-11-11' })]);
    expect(await sealed(one)).toBe(1);
  });

  it('that is medical and corrected back is shown to nobody', async () => {
    const one = await serving();
    await send('SOR', 'S', [left(one, MEDICAL)]);
    await send('SOR', 'C', [left(one, { motif_sortie: 'FIN_CONTRAT' })]);
    expect(await service(one)).toMatchObject({ exit: { reason: 'FIN_CONTRAT' } });
    await send('SOR', 'R', [left(one, SAID)]);
    expect(await service(one)).toMatchObject({ exit: { reason: 'AUTRE' } });
    expect(await outcomeReadBy('medical-office', one)).toMatchObject({ code: 'APTE_RETENU' });
    expect(partners.service.logged()).not.toContain('INAPTITUDE');
  });

  it('corrected by a person is sealed as well, by who may', async () => {
    const one = await serving();
    await send('SOR', 'S', [left(one, SAID)]);
    const { id, exit } = await service(one);
    const { isDropout: _derived, isAnnounced: _announced, ...told } = exit;
    const correct = (role: string) =>
      partners.service
        .person(role, UNIT)
        .post(`/api/v1/volunteers/${id}/commands/correct-exit`)
        .send({ ...told, reason: 'INAPTITUDE_EN_COURS' });
    await correct('insertion-officer').expect(403);
    expect(await sealed(one)).toBe(0);
    await correct('recruiter').expect(200);
    expect(await sealed(one)).toBe(1);
    // What the file says of it since is no news.
    const report = await send('SOR', 'C', [left(one, MEDICAL)]);
    expect(report.compteurs).toMatchObject({ inchangees: 1 });
    expect(await sealed(one)).toBe(1);
  });
});
