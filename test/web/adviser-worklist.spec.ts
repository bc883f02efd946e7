import { parseLocalDate, type LocalDate } from '../../src/kernel/index.js';
import { viewOf } from '../../src/referrals/domain/worklist.rules.js';
import { SeedRows } from '../db/support/seed-rows.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { both, figures, WorklistOfAdviser } from './worklist-of-adviser.js';

// The worklist of a mission locale over HTTP, on a real database.

let service: TestApplication;
let rows: SeedRows;
let ml: string;
let unit: string;
const sql = <Row extends object>(text: string, values: unknown[] = []) =>
  service.database.owner.query<Row>(text, values);

beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
  rows = new SeedRows(service.database.owner);
  ml = await rows.known('97411S00');
  unit = await rows.known('RSMA-RE');
  for (let index = 0; index < 51; index += 1) await rows.case(ml, unit, true);
  const named = await rows.case(ml, await rows.known('RSMA-YT'));
  await sql(
    `update app.young_person set birth_name = '=LE GOFF', name_key = 'LEGOFF', imilo_id = '424242',
       first_names = '{Élodie}', first_name_key = 'ELODIE' where id = $1`,
    [named.personId],
  );
  const late = await rows.case(ml, unit);
  await sql(`update app.referral set referred_on = '2020-01-01' where id = $1`, [late.referralId]);
  const refused = await rows.case(ml, unit);
  await decide(refused.referralId, 'NON_RETENU_SELECTION');
  const medical = await rows.case(ml, unit);
  await decide(medical.referralId, 'NON_RETENU');
  await rows.case(await rows.known('97410S00'), unit);
});
afterAll(() => service?.close());

async function decide(referralId: string, code: string): Promise<void> {
  await sql(
    `update app.referral set state = 'decided', outcome_code = $2, outcome_decided_on = '2026-11-21',
       referred_on = '2026-11-20' where id = $1`,
    [referralId, code],
  );
}

async function defer(referralId: string, from: string): Promise<void> {
  await sql(
    `update app.referral set state = 'decided', outcome_code = 'AJOURNE', referred_on = '2025-11-20',
       outcome_decided_on = '2025-12-01', outcome_reexamination_on = $2 where id = $1`,
    [referralId, from],
  );
}

const { get, read, again } = new WorklistOfAdviser(() => service);

describe('The worklist of a mission locale', () => {
  it('gives fifty referrals a page, and as many in all as its tab announces', async () => {
    expect(figures(await read('/orientations'))).toEqual({ listed: 50, announced: 52 });
    expect(figures(await read('/orientations?page=2'))).toEqual({ listed: 2, announced: 52 });
    expect(figures(await read('/orientations?onglet=en-cours'))).toEqual(both(1));
    expect(figures(await read('/orientations?onglet=terminees'))).toEqual(both(2));
    expect(figures(await read('/orientations?onglet=toutes&page=2'))).toEqual({
      listed: 5,
      announced: 55,
    });
  });

  it('puts each referral in the view that the rule says', async () => {
    const { rows: all } = await sql<{ state: 'draft'; on: string | null }>(
      `select state, referred_on::text as on from app.referral where ml_id = $1`,
      [ml],
    );
    const expected = (view: string) =>
      all.filter(({ state, on }) => viewOf({ state, referredOn: day(on) }, days) === view).length;

    expect(figures(await read('/orientations')).announced).toBe(expected('to-do'));
    for (const [tab, view] of [
      ['en-cours', 'in-progress'],
      ['terminees', 'over'],
    ] as const) {
      const { announced } = figures(await read(`/orientations?onglet=${tab}`));
      expect(announced).toBe(expected(view));
    }
  });

  it('lists first, of what is to be done, what has never been sent, then what is late', async () => {
    const page = await read('/orientations?page=2');

    expect(page).toContain('01/01/2020');
    expect(await read('/orientations')).not.toContain('01/01/2020');
  });

  it.each(['le goff', 'LEGOFF', 'Elodie', 'élodie Le Góff', 'goff', '424242'])(
    'finds a young person by %p, accents and case aside',
    async (text) => {
      const html = await read(`/orientations?onglet=toutes&recherche=${encodeURIComponent(text)}`);

      expect(figures(html)).toEqual(both(1));
      expect(html).toContain('LE GOFF');
    },
  );

  it.each(['%', '_', "'", '« »', '999999'])('finds nobody by %p', async (text) => {
    const html = await read(`/orientations?recherche=${encodeURIComponent(text)}`);

    expect(figures(html)).toEqual(both(0));
    expect(html).toContain('Aucune orientation ne correspond');
  });

  it('filters by state and by unit, and the counts of the tabs with it', async () => {
    const decided = await read('/orientations?onglet=toutes&etat=decided');
    expect(figures(decided)).toEqual(both(2));
    expect(figures(await read('/orientations?onglet=toutes&unite=NULLE-PART'))).toEqual(both(0));
    const own = await read('/orientations?onglet=toutes&unite=RSMA-RE');
    expect(figures(own).announced).toBe(54);
  });

  it('reads every refusal the same, on the page and in the file', async () => {
    const html = await read('/orientations?onglet=terminees');

    expect(html.match(/Non retenu/g)).toHaveLength(2);
    expect(html).not.toMatch(/sélection|médical/);
  });

  it('is that of the own mission locale alone, for advisers and managers', async () => {
    expect(figures(await read('/orientations?onglet=toutes', 'ml-adviser', '97410S00'))).toEqual(
      both(1),
    );
    expect(figures(await read('/orientations', 'ml-manager')).announced).toBe(52);
    expect((await get('/orientations', 'recruiter', 'RSMA-RE')).status).toBe(403);
  });
});

describe('The worklist as a file', () => {
  const lines = async (address: string) => (await read(address)).split('\r\n').filter(Boolean);

  it('holds the whole list of the tab for a spreadsheet, and no formula', async () => {
    const answer = await get('/orientations.csv?onglet=toutes').expect(200);

    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="orientations.csv"');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.text.startsWith('\uFEFFRéférence;Jeune;')).toBe(true);
    expect(answer.text.split('\r\n').filter(Boolean)).toHaveLength(56);
    expect(answer.text).toContain(";'=LE GOFF Élodie;");
    expect(answer.text).not.toMatch(/(^|;)[=+@-]/m);
  });

  it('is of the same filters as the page', async () => {
    const found = await lines('/orientations.csv?onglet=terminees&etat=decided');

    expect(found).toHaveLength(3);
    for (const line of found.slice(1)) expect(line).toContain(';NON_RETENU;Non retenu;2026-11-21');
  });

  it('leaves in the audit how many rows were taken away', async () => {
    await lines('/orientations.csv?onglet=terminees');
    const { rows: found } = await sql<{ detail: string }>(
      `select detail from app.audit_event where command = 'referral.export'
       order by recorded_at desc limit 1`,
    );

    expect(found).toEqual([{ detail: '2' }]);
  });
});

describe('Who was deferred', () => {
  it('gives back who was deferred once the day has come; one gesture refers them again', async () => {
    const home = await read('/');
    expect(home).not.toContain('à représenter');
    const found = await rows.case(ml, unit);
    const later = await rows.case(ml, unit);
    await defer(found.referralId, '2026-01-05');
    await defer(later.referralId, '2999-01-04');

    const html = await read('/orientations?onglet=a-representer');
    expect(figures(html)).toEqual(both(1));
    expect(await read('/')).toMatch(/>1<\/span> jeune à représenter/);

    const stranger = await again(found.referralId, '97410S00');
    expect(stranger.status).toBe(404);
    const answer = await again(found.referralId);
    expect(answer.status).toBe(303);
    const form = String(answer.headers['location']);
    expect(await read(form)).toMatch(
      /<option[^>]*value="RSMA-RE"[^>]*selected|selected[^>]*value="RSMA-RE"/,
    );
    expect(figures(await read('/orientations?onglet=a-representer'))).toEqual(both(1));
    await sql(`delete from app.referral_preparation where id = $1`, [form.split('/').at(-1)]);
    await sql(`update app.referral set state = 'withdrawn' where id = any($1)`, [
      [found.referralId, later.referralId],
    ]);
    expect(await read('/')).not.toContain('à représenter');
  });
});

const day = (text: string | null): LocalDate | null =>
  text === null ? null : parseLocalDate(text)!;
const days = { lateSince: day('2026-10-29')! };
