import { SeedRows } from '../db/support/seed-rows.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { ConvokedDays, newDay } from './convoked-days.js';
import { ABSENT, blankForm, isSaved, RETAINED } from './outcome-grid.js';

// The outcomes of a whole day of convocation in one grid, over HTTP and on a real database.

let service: TestApplication;
let days: ConvokedDays;

beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
  days = new ConvokedDays(service, new SeedRows(service.database.owner));
});
afterAll(() => service?.close());

const convoked = (...of: Parameters<ConvokedDays['convoked']>) => days.convoked(...of);
const get = (...of: Parameters<ConvokedDays['get']>) => days.get(...of);
const read = (address: string) => days.read(address);
const send = (...of: Parameters<ConvokedDays['send']>) => days.send(...of);
const formOf = (day: string) => days.formOf(day);
const decisionsOf = (id: string) => days.decisionsOf(id);

const stateOf = async (id: string) => {
  const { rows: found } = await service.database.owner.query(
    'select state, outcome_code, decided_on::text, version from app.candidacy where id = $1',
    [id],
  );
  return found[0];
};

describe('The outcomes of a day of convocation', () => {
  it('are found from the worklist and from the home, by day', async () => {
    const day = newDay();
    await convoked(day, 3);

    expect(await read('/candidatures?onglet=resultat')).toContain('href="/candidatures/lot"');
    expect(await read('/')).toContain('href="/candidatures/lot"');
    const list = await read('/candidatures/lot');
    expect(list).toMatch(new RegExp(`href="/candidatures/lot/${day}"[\\s\\S]*?app-v">3<`));
    const grid = await read(`/candidatures/lot/${day}`);
    expect(isSaved(grid)).toEqual([false, false, false]);
    expect(grid).toContain('3\u00A0candidats, 3 sans résultat');
  });

  it('are all recorded at once, by the command of the page of one file', async () => {
    const day = newDay();
    const ids = await convoked(day, 2);
    const form = await formOf(day);
    const answer = await send(day, {
      ...form,
      ...ABSENT(1),
      ...RETAINED(2),
      'incorporation-2': '01/03/2027',
      'niveau-2': 'EFFICACE',
    });

    expect([answer.status, answer.headers['location']]).toEqual([303, `/candidatures/lot/${day}`]);
    expect(await stateOf(ids[0]!)).toMatchObject({ state: 'decided', outcome_code: 'ABSENT' });
    expect(await stateOf(ids[1]!)).toMatchObject({
      state: 'decided',
      outcome_code: 'APTE_RETENU',
      decided_on: '2026-11-25',
    });
    expect(await read('/candidatures/lot')).not.toContain(day);
    const after = await read(`/candidatures/lot/${day}`);
    expect(isSaved(after)).toEqual([true, true]);
    expect(after).toContain('tous les résultats sont saisis');
    const { rows: told } = await service.database.owner.query(
      `select r.state from app.referral r join app.candidacy c on c.referral_id = r.id
       where c.id = any($1)`,
      [ids],
    );
    expect(told).toEqual([{ state: 'decided' }, { state: 'decided' }]);
  });

  it('that are right are saved while the faulty ones come back as they were typed', async () => {
    const day = newDay();
    const ids = await convoked(day, 4);
    const form = await formOf(day);
    const answer = await send(day, {
      ...form,
      ...ABSENT(1),
      ...RETAINED(2),
      'niveau-2': 'MEDIOCRE',
      ...ABSENT(3),
    });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<title>Erreur : Résultats de la convocation');
    expect(answer.text).toContain('2\u00A0résultats enregistrés, 1 à corriger.');
    expect(answer.text).toContain('Il y a un problème');
    expect(answer.text).toContain('href="#incorporation-2"');
    expect(answer.text).toMatch(/id="incorporation-2"[^>]*aria-invalid="true"/);
    expect(blankForm(answer.text)['decision-2']).toBe('25/11/2026');
    expect(answer.text).toMatch(/selected[^>]*value="MEDIOCRE"|value="MEDIOCRE"[^>]*selected/);
    expect(isSaved(answer.text)).toEqual([true, false, true, false]);
    expect((await stateOf(ids[1]!))?.state).toBe('convoked');
    expect((await stateOf(ids[3]!))?.state).toBe('convoked');

    const again = await send(day, {
      ...blankForm(answer.text),
      ...RETAINED(2),
      'incorporation-2': '1 3 2027',
    });
    expect(again.status).toBe(303);
    expect((await stateOf(ids[1]!))?.outcome_code).toBe('APTE_RETENU');
  });

  it('sent twice are recorded once, and shown as saved', async () => {
    const day = newDay();
    const ids = await convoked(day, 3);
    const medical = { 'resultat-2': 'INAPTE_TEMPORAIRE', 'reexamen-2': '01/05/2027' };
    const fields = { ...(await formOf(day)), ...ABSENT(1), ...medical, ...RETAINED(3) };
    const first = await send(day, fields);
    const second = await send(day, fields);

    for (const answer of [first, second]) {
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('2\u00A0résultats enregistrés, 1 à corriger.');
      expect(isSaved(answer.text)).toEqual([true, true, false]);
      expect(answer.text).not.toContain('modifié par ailleurs');
    }
    for (const id of ids.slice(0, 2)) expect(await decisionsOf(id)).toBe(1);
  });

  it('of a file that a colleague decided meanwhile are refused, and say who did what', async () => {
    const day = newDay();
    const [first, second] = await convoked(day, 2);
    const form = await formOf(day);
    await send(day, { ...form, ...ABSENT(1) }, 'unit-manager');
    const late = await send(day, { ...form, ...RETAINED(1), 'incorporation-1': '01/03/2027' });

    expect(late.status).toBe(409);
    expect(late.text).toContain('vient d’être modifié par ailleurs');
    expect(late.text).toMatch(
      /Résultat enregistré – RSMA de La Réunion, commandement de l’unité[^.]*novembre 2026/,
    );
    expect(late.text).toContain('href="#dossier-1"');
    expect(isSaved(late.text)).toEqual([true, false]);
    expect((await stateOf(first!))?.outcome_code).toBe('ABSENT');
    expect((await stateOf(second!))?.state).toBe('convoked');
  });

  it('let nobody find out by an old form what a colleague concluded', async () => {
    const day = newDay();
    const [id] = await convoked(day, 1);
    const form = await formOf(day);
    const final = { ...form, 'resultat-1': 'INAPTE_DEFINITIF', 'decision-1': '25/11/2026' };
    expect((await send(day, final, 'medical-office')).status).toBe(303);

    const guesses = [];
    for (const guess of [final, { ...final, ...ABSENT(1) }]) {
      const answer = await send(day, guess);
      guesses.push(answer.status, /modifié par ailleurs/.test(answer.text));
      expect(answer.text).not.toMatch(/inaptitude médicale définitive<\/span>/i);
    }
    expect(guesses).toEqual([409, true, 409, true]);
    expect((await stateOf(id!))?.outcome_code).toBe('NON_RETENU');
  });

  it('that are medical read back like any other refusal', async () => {
    const day = newDay();
    await convoked(day, 1);
    const fields = { 'resultat-1': 'INAPTE_TEMPORAIRE', 'reexamen-1': '01/05/2027' };
    expect((await send(day, { ...(await formOf(day)), ...fields })).status).toBe(303);
    const page = await read(`/candidatures/lot/${day}`);

    expect(page).toContain('Non retenu');
    expect(page).not.toMatch(/inaptitude médicale temporaire|01\/05\/2027/i);
  });

  it('ask for one at least', async () => {
    const day = newDay();
    await convoked(day, 2);
    const answer = await send(day, await formOf(day));

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Choisissez au moins un résultat.');
    expect(answer.text).toContain('href="#resultat-1"');
  });

  it('come fifty a page, and stay on their page while they are recorded', async () => {
    const day = newDay();
    const ids = await convoked(day, 52);
    const form = await formOf(day);
    const filled = Array.from({ length: 50 }, (_, index) => ABSENT(index + 1));
    expect(isSaved(await read(`/candidatures/lot/${day}`))).toHaveLength(50);
    const answer = await send(day, Object.assign({}, form, ...filled));

    expect(answer.status).toBe(303);
    expect(isSaved(await read(`/candidatures/lot/${day}`))).toEqual(Array(50).fill(true));
    const second = `/candidatures/lot/${day}?page=2`;
    expect(isSaved(await read(second))).toEqual([false, false]);
    expect((await stateOf(ids[49]!))?.state).toBe('decided');
    const next = await send(day, { ...blankForm(await read(second)), ...ABSENT(1) });
    expect(next.headers['location']).toBe(second);
  });
});

describe('A grid of outcomes', () => {
  it('writes nothing at all when one of its files is of another unit', async () => {
    const day = newDay();
    const [own] = await convoked(day, 1);
    const [foreign] = await convoked(day, 1, 'RSMA-YT', '97600S00');
    const fields = { ...(await formOf(day)), ...ABSENT(1), ...ABSENT(2) };
    const answer = await send(day, { ...fields, 'dossier-2': `${foreign} 1` });

    expect(answer.status).toBe(404);
    expect((await stateOf(own!))?.state).toBe('convoked');
    expect((await stateOf(foreign!))?.state).toBe('convoked');
    expect(isSaved((await get(`/candidatures/lot/${day}`, 'recruiter', 'RSMA-YT')).text)).toEqual([
      false,
    ]);
  });

  it('knows neither what is no day, nor more fields than it has', async () => {
    expect((await get('/candidatures/lot/2026-02-31')).status).toBe(404);
    const many = Object.fromEntries(Array.from({ length: 303 }, (_, index) => [`a-${index}`, '']));
    expect((await send('2026-09-01', many)).status).toBe(400);
  });

  it('says that nobody was convoked on an empty day', async () => {
    expect(await read('/candidatures/lot/2020-01-01')).toContain('Aucun candidat convoqué');
  });

  it('is not for those who post no outcome, nor from another site', async () => {
    const day = newDay();
    const [id] = await convoked(day, 1);
    expect((await get(`/candidatures/lot/${day}`, 'insertion-officer')).status).toBe(403);
    expect((await get('/candidatures?onglet=resultat', 'insertion-officer')).text).not.toContain(
      '/candidatures/lot',
    );
    const form = { ...(await formOf(day)), ...ABSENT(1) };
    const answer = await send(day, form).set('sec-fetch-site', 'cross-site');

    expect(answer.status).toBe(403);
    expect((await stateOf(id!))?.state).toBe('convoked');
  });
});
