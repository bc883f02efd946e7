import { SeedRows } from '../db/support/seed-rows.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { ConvokedDays, newDay } from './convoked-days.js';
import { ABSENT, blankForm, RETAINED } from './outcome-grid.js';

// What a grid of outcomes will record is shown before it is recorded, over HTTP and on a real database.

let service: TestApplication;
let days: ConvokedDays;
beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
  days = new ConvokedDays(service, new SeedRows(service.database.owner));
});
afterAll(() => service?.close());

const hidden = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(
      ([, name = '', value]) => [name, value ?? ''],
    ),
  );

describe('The check of a day of convocation', () => {
  it('says what will be recorded and records nothing; every value goes along, both ways', async () => {
    const day = newDay();
    const ids = await days.convoked(day, 3);
    const typed = { ...(await days.formOf(day)), ...ABSENT(1), 'decision-3': 'hier' };
    const check = await days.send(day, { ...typed, etape: '' });

    expect(check.status).toBe(200);
    expect(check.headers['cache-control']).toContain('no-store');
    expect(check.text).toContain('Vérifiez avant d’enregistrer');
    expect(check.text).toContain('Absent à la convocation');
    expect(check.text).toContain('2\u00A0candidats restent sans résultat');
    expect(await Promise.all(ids.map((id) => days.decisionsOf(id)))).toEqual([0, 0, 0]);
    const filled = Object.entries(typed).filter(([, value]) => value !== '');
    expect(hidden(check.text)).toEqual(Object.fromEntries(filled));

    const back = await days.send(day, { ...hidden(check.text), etape: 'modifier' });
    expect(back.status).toBe(200);
    expect(blankForm(back.text)).toMatchObject({
      'decision-1': '25/11/2026',
      'decision-3': 'hier',
    });
    expect(back.text).toMatch(/selected[^>]*value="ABSENT"|value="ABSENT"[^>]*selected/);

    expect((await days.send(day, hidden(check.text))).status).toBe(303);
    expect(await Promise.all(ids.map((id) => days.decisionsOf(id)))).toEqual([1, 0, 0]);
  });

  it('shows a faulty row first, and goes on without it when asked to', async () => {
    const day = newDay();
    const ids = await days.convoked(day, 2);
    const typed = { ...(await days.formOf(day)), ...ABSENT(1), ...RETAINED(2) };
    const grid = await days.send(day, { ...typed, etape: '' });

    expect(grid.status).toBe(422);
    expect(grid.text).toContain('href="#incorporation-2"');
    expect(grid.text).toContain('Continuer avec la ligne juste');
    const check = await days.send(day, { ...typed, etape: 'continuer' });
    expect(check.status).toBe(200);
    expect(check.text).toContain('1\u00A0ligne reste à corriger');
    const saved = await days.send(day, hidden(check.text));
    expect(saved.status).toBe(422);
    expect(saved.text).toContain('1\u00A0résultat enregistré, 1 à corriger.');
    expect(await Promise.all(ids.map((id) => days.decisionsOf(id)))).toEqual([1, 0]);
  });

  it('does not go on with nothing', async () => {
    const day = newDay();
    await days.convoked(day, 1);
    const form = await days.formOf(day);

    for (const etape of ['', 'continuer']) {
      const answer = await days.send(day, { ...form, etape });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Choisissez au moins un résultat.');
    }
    const faulty = await days.send(day, { ...form, ...RETAINED(1), etape: 'continuer' });
    expect(faulty.status).toBe(422);
    expect(faulty.text).not.toContain('Continuer avec');
  });

  it('of a colleague’s conclusion shows nothing, and says that the file was changed', async () => {
    const day = newDay();
    await days.convoked(day, 1);
    const form = await days.formOf(day);
    const final = { ...form, 'resultat-1': 'INAPTE_DEFINITIF', 'decision-1': '25/11/2026' };
    expect((await days.send(day, final, 'medical-office')).status).toBe(303);
    const check = await days.send(day, { ...form, ...ABSENT(1), etape: '' });

    expect(check.status).toBe(200);
    expect(check.text).toContain('Modifié depuis que vous avez ouvert la page');
    expect(check.text).not.toMatch(/inaptitude/i);
  });
});
