import { until } from './support/deposits.js';
import { Emitters, ML, newPeople, UNIT, type Somebody, type Sent } from './support/emitters.js';
import { incorporated, left, present } from './support/service-rows.js';
import { toldRows } from './support/told-rows.js';

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
afterAll(() => partners?.service.close());

const SELECTED = {
  code_suite: 'APTE_RETENU',
  niveau_evalue: 'EFFICACE',
  date_incorporation_prevue: '2027-01-11',
  contingent: '2027-01',
};

/** Somebody referred, found fit and selected. */
async function selected(): Promise<Somebody> {
  const [one] = newPeople(1);
  if (!one) throw new Error('one new person');
  await partners.send('ORI', ML, { rows: [one.referred()] });
  const report = await partners.send('SUI', UNIT, { rows: [one.decided(SELECTED)] });
  expect(report).toMatchObject({ compteurs: { appliquees: 1 } });
  return one;
}

const send = (flow: 'INC' | 'SOR' | 'CEU', rows: Sent['rows'], over: Partial<Sent> = {}) =>
  partners.send(flow, UNIT, { rows, ...over });

interface ServiceRow {
  readonly id: string;
  readonly state: string;
  readonly track: string | null;
  readonly incorporated_on: string;
  readonly presence_month: string | null;
  readonly exited_on: string | null;
  readonly exit_reason: string | null;
  readonly commands: readonly string[];
  readonly returns: readonly string[];
}

/** The service of somebody as the database holds it, with its history and its returns. */
async function service({ fileNumber }: Somebody): Promise<ServiceRow | undefined> {
  const [row] = await partners.look<ServiceRow>(
    `select t.id, t.state, t.track, t.incorporated_on::text, t.presence_month, t.exited_on::text,
       t.exit_reason,
       (select array_agg(h.command order by h.recorded_at) from app.volunteer_transition h
         where h.volunteer_id = t.id) as commands,
       (select coalesce(array_agg(r.state), '{}') from app.return_episode r
         where r.volunteer_id = t.id) as returns
     from app.volunteer t join app.candidacy c on c.id = t.candidacy_id
     where c.unit_file_number = $1`,
    fileNumber,
  );
  return row;
}

/** The cells of the file of a flow that waits for the mission locale and names somebody. */
async function delivered(flow: string, { name }: Somebody): Promise<readonly string[]> {
  const agent = await partners.service.as(ML);
  return until(`${flow} of ${name}`, async () => {
    const { body } = await agent.get(`/api/v1/mailbox?flow=${flow}`).expect(200);
    for (const { id } of body.items as { id: string }[]) {
      const { text } = await agent.get(`/api/v1/mailbox/${id}/content`).expect(200);
      const line = text.split('\r\n').find((one) => one.includes(name));
      if (line) return line.split(';');
    }
    return undefined;
  });
}

describe('INC, from the unit to the mission locale', () => {
  it('begins the service as a page would, and says the same twice without an effect', async () => {
    const one = await selected();
    const report = await send('INC', [incorporated(one)]);
    expect(report).toMatchObject({ state: 'applied', code: 0, compteurs: { appliquees: 1 } });
    expect(await service(one)).toMatchObject({
      state: 'in-service',
      incorporated_on: '2026-11-20',
      track: 'Cuisine',
      commands: ['incorporate'],
    });
    const again = { confirmations: [{ code: 'CONTENU_DEJA_RECU' }] };
    expect(await send('INC', [incorporated(one)], again)).toMatchObject({
      compteurs: { inchangees: 1 },
    });
    const { body } = await (
      await partners.service.as(ML)
    )
      .get(`/api/v1/volunteers?reference=${one.reference}`)
      .expect(200);
    expect(body.items).toMatchObject([{ state: 'in-service', incorporatedOn: '2026-11-20' }]);
  });

  it('refuses who was not selected, who nobody knows and who is somebody else, with a code', async () => {
    const [undecided, unknown] = newPeople(2);
    if (!undecided || !unknown) throw new Error('two new people');
    const known = await selected();
    await partners.send('ORI', ML, { rows: [undecided.referred()] });
    await partners.send('SUI', UNIT, { rows: [undecided.answered()] });
    const report = await send('INC', [
      incorporated(undecided),
      incorporated(unknown),
      incorporated(known, {
        nom_naissance: 'INCONNU',
        prenom_1: 'Zoé',
        date_naissance: '2001-01-01',
      }),
      incorporated(unknown, {
        numero_dossier_unite: 'RE-2026-INCONNU',
        reference_orientation: '',
        code_structure: '',
        origine_candidature: 'DIRECT',
      }),
    ]);
    expect(report.said).toEqual([
      '2 TRANSITION_INTERDITE statut_incorporation',
      '3 REFERENCE_INCONNUE reference_orientation',
      expect.stringMatching(/^4 IDENTITE_/),
      '5 REFERENCE_INCONNUE numero_dossier_unite',
    ]);
    expect(await service(undecided)).toBeUndefined();
    expect(await service(known)).toBeUndefined();
  });

  it('passes a notice on to the mission locale at once', async () => {
    const one = await selected();
    const notice = { nature: 'S', period: '2026-11-21' } as const;
    await send('INC', [incorporated(one)], notice);
    const cells = await delivered('INC', one);
    expect(cells).toEqual(expect.arrayContaining([one.reference, 'INCORPORE', '2026-11-20']));
  });
});

describe('SOR, from the unit to the mission locale', () => {
  it('makes a dropout somebody’s task at once, and tells it within the notice', async () => {
    const one = await selected();
    await send('INC', [incorporated(one)]);
    const report = await send('SOR', [left(one)], { nature: 'S', period: '2026-11-27' });
    expect(report).toMatchObject({ state: 'applied', compteurs: { appliquees: 1 } });
    expect(await service(one)).toMatchObject({
      state: 'exited',
      exited_on: '2026-11-27',
      exit_reason: 'DEPART_SANS_AUTORISATION',
      commands: ['incorporate', 'exit'],
      returns: ['open'],
    });
    const cells = await delivered('SOR', one);
    expect(cells).toEqual(expect.arrayContaining([one.reference, '2026-11-27', 'SANS_SOLUTION']));
    // How to reach the young person is what the mission locale itself knows: nothing else is kept.
    expect(cells).toContain('0692000000');
    expect(cells).not.toContain('0692777777');
  });

  it('counts once its incorporation comes, and not before, and is told then', async () => {
    const one = await selected();
    const notice = { nature: 'S', period: '2026-11-27' } as const;
    expect((await send('SOR', [left(one)], notice)).said).toEqual([
      '2 TRANSITION_INTERDITE date_sortie INCORPORATION_ATTENDUE',
    ]);
    expect(await service(one)).toBeUndefined();
    await send('INC', [incorporated(one)], { nature: 'S', period: '2026-11-28' });
    expect(await service(one)).toMatchObject({ exited_on: '2026-11-27', returns: ['open'] });
    const cells = await delivered('SOR', one);
    expect(cells).toEqual(expect.arrayContaining(['EVENEMENT', one.reference, '2026-11-27']));
  });

  it('lets the photo of the month win over the notice, and says so', async () => {
    const one = await selected();
    await send('INC', [incorporated(one)]);
    await send('SOR', [left(one)], { nature: 'S', period: '2026-11-27' });
    const photo = left(one, { date_sortie: '2026-11-28', motif_sortie: 'RESILIATION_DEMANDE' });
    const report = await send('SOR', [photo]);
    expect(report.said).toEqual(['2 PHOTO_CONTREDIT_SIGNALEMENT motif_sortie']);
    expect(await service(one)).toMatchObject({
      exited_on: '2026-11-28',
      exit_reason: 'RESILIATION_DEMANDE',
      commands: ['incorporate', 'exit', 'correct-exit'],
      returns: ['open'],
    });
  });

  it('keeps the exit of a notice that the photo of the month does not speak of', async () => {
    const [one, other] = [await selected(), await selected()];
    await send('INC', [incorporated(one), incorporated(other)]);
    await send('SOR', [left(one)], { nature: 'S', period: '2026-11-27' });
    await partners.emptySlots();
    const photo = await send('SOR', [left(other)], { nature: 'I' });
    expect(photo).toMatchObject({ said: [], compteurs: { appliquees: 1 } });
    await send('SOR', [left(other, { souhaite_accompagnement: 'O' })], { nature: 'R' });
    expect(await service(one)).toMatchObject({
      state: 'exited',
      exited_on: '2026-11-27',
      commands: ['incorporate', 'exit'],
      returns: ['open'],
    });
  });

  it('goes back to the notice once the photo that contradicts it is taken back', async () => {
    const [one, other] = [await selected(), await selected()];
    await send('INC', [incorporated(one), incorporated(other)]);
    await send('SOR', [left(one)], { nature: 'S', period: '2026-11-27' });
    await partners.emptySlots();
    const photo = left(one, { date_sortie: '2026-11-28' });
    const report = await send('SOR', [photo, left(other)], { nature: 'I' });
    expect(report.said).toEqual(['2 PHOTO_CONTREDIT_SIGNALEMENT motif_sortie']);
    expect(await service(one)).toMatchObject({ exited_on: '2026-11-28', returns: ['open'] });
    await send('SOR', [left(other)], { nature: 'R' });
    expect(await service(one)).toMatchObject({
      exited_on: '2026-11-27',
      commands: ['incorporate', 'exit', 'correct-exit', 'correct-exit'],
      returns: ['open'],
    });
  });

  it('refuses an exit before the incorporation, and leaves no trace of it', async () => {
    const one = await selected();
    await send('INC', [incorporated(one)]);
    const report = await send('SOR', [left(one, { date_sortie: '2026-11-19' })]);
    expect(report.said).toEqual(['2 CHRONOLOGIE date_sortie']);
    expect(await service(one)).toMatchObject({ state: 'in-service', commands: ['incorporate'] });
  });
});

describe('CEU, from the unit to the mission locale', () => {
  it('says who was there that month, and until when', async () => {
    const one = await selected();
    await send('INC', [incorporated(one)]);
    const report = await send('CEU', [present(one, { date_fin_prevue: '2027-10-01' })]);
    expect(report).toMatchObject({ code: 0, compteurs: { appliquees: 1 } });
    expect(await service(one)).toMatchObject({
      state: 'in-service',
      presence_month: '2026-11',
      commands: ['incorporate', 'amend', 'report-presence'],
    });
  });

  it('refuses a month before the incorporation, or of somebody not incorporated', async () => {
    const [one, other] = [await selected(), await selected()];
    await send('INC', [incorporated(one)]);
    const report = await send('CEU', [present(one, { mois: '2026-10' }), present(other)]);
    expect(report.said).toEqual(['2 CHRONOLOGIE mois', '3 TRANSITION_INTERDITE en_service']);
  });
});

/** The rows of the file of a month that a mission locale would get now; none when there is no news. */
const told = (flow: 'INC' | 'SOR', month: string) => toldRows(partners, flow, ML, month);

describe('A file of services that is replaced', () => {
  it('tells the mission locale, which was told, what it takes back', async () => {
    await partners.emptySlots();
    const [gone, kept, untold] = [await selected(), await selected(), await selected()];
    await send('INC', [incorporated(gone), incorporated(kept)], { nature: 'I' });
    await told('INC', '2026-11');
    await send('INC', [incorporated(untold), incorporated(kept)], { nature: 'R' });
    await send('INC', [incorporated(kept)], { nature: 'R' });
    const news = await told('INC', '2026-12');
    expect(news).toMatchObject([
      {
        type_ligne: 'ANNULATION',
        periode_rattachement: '2026-11',
        reference_orientation: gone.reference,
        date_incorporation: '2026-11-20',
        statut_incorporation: 'INCORPORE',
      },
    ]);
    expect(await told('INC', '2026-12')).toEqual([]);
  });

  it('takes back what it says no more, and what people did meanwhile stands', async () => {
    await partners.emptySlots();
    const [kept, gone] = [await selected(), await selected()];
    await send('INC', [incorporated(kept), incorporated(gone)], { nature: 'I' });
    await send('INC', [incorporated(kept, { filiere: 'Maçonnerie' })], { nature: 'R' });
    expect(await service(kept)).toMatchObject({ state: 'in-service', track: 'Maçonnerie' });
    expect(await service(gone)).toMatchObject({ state: 'postponed', incorporated_on: null });
    await send('INC', [incorporated(gone)]);
    expect(await service(gone)).toMatchObject({
      state: 'in-service',
      commands: ['incorporate', 'restate', 'incorporate'],
    });
  });
});
