import { SeedRows } from '../db/support/seed-rows.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

// The worklist of a unit over HTTP, on a real database.

let service: TestApplication;
let rows: SeedRows;
let ml: string;
let otherMl: string;
let unit: string;

beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
  rows = new SeedRows(service.database.owner);
  ml = await rows.known('97411S00');
  otherMl = await rows.known('97410S00');
  unit = await rows.known('RSMA-RE');
  for (let index = 0; index < 51; index += 1) await rows.case(ml, unit);
  const named = await rows.case(otherMl, unit);
  await service.database.owner.query(
    `update app.young_person set birth_name = 'LE GOFF', name_key = 'LEGOFF',
       first_names = '{Élodie}', first_name_key = 'ELODIE' where id = $1`,
    [named.personId],
  );
  const decided = await rows.case(ml, unit);
  await service.database.owner.query(
    `update app.candidacy set state = 'decided', outcome_code = 'NON_RETENU_SELECTION',
       decided_on = '2026-11-21', unit_file_number = 'RE-2026-77' where id = $1`,
    [decided.candidacyId],
  );
  const foreign = await rows.known('RSMA-YT');
  await rows.case(await rows.known('97600S00'), foreign);
});
afterAll(() => service?.close());

async function read(address: string, role = 'recruiter', code = 'RSMA-RE'): Promise<string> {
  const answer = await service
    .person(role, code)
    .get(address)
    .set('accept', 'text/html')
    .expect(200);
  return answer.text;
}

/** The number of files the page lists, and the one its tab announces. */
function figures(html: string) {
  const listed = html.match(/href="\/candidatures\/[0-9a-f-]{36}"/g)?.length ?? 0;
  const current = /aria-current="true">[^<]*<span class="app-count">([^<]*)</.exec(html);
  return { listed, announced: Number(current?.[1]) };
}

describe('The worklist of a unit', () => {
  it('gives fifty files a page, and as many in all as its tab announces', async () => {
    expect(figures(await read('/candidatures'))).toEqual({ listed: 50, announced: 52 });
    expect(figures(await read('/candidatures?page=2'))).toEqual({ listed: 2, announced: 52 });
    expect(figures(await read('/candidatures?onglet=toutes&page=2'))).toEqual({
      listed: 3,
      announced: 53,
    });
  });

  it.each(['le goff', 'LEGOFF', 'Elodie', 'élodie Le Góff', 'goff'])(
    'finds a young person by the name %p, accents and case aside',
    async (name) => {
      const html = await read(`/candidatures?recherche=${encodeURIComponent(name)}`);

      expect(figures(html)).toEqual({ listed: 1, announced: 1 });
      expect(html).toContain('LE GOFF Élodie');
    },
  );

  it.each(['%', '_', "'", '« »'])('finds nobody by %p', async (text) => {
    const html = await read(`/candidatures?recherche=${encodeURIComponent(text)}`);

    expect(figures(html)).toEqual({ listed: 0, announced: 0 });
    expect(html).toContain('Aucune candidature ne correspond');
  });

  it('finds a file by its number, and says a refusal after selection like any other', async () => {
    const html = await read('/candidatures?onglet=terminees&recherche=re-2026-77');

    expect(figures(html)).toEqual({ listed: 1, announced: 1 });
    expect(html).toContain('Non retenu');
    expect(html).not.toContain('sélection');
  });

  it('filters by mission locale', async () => {
    expect(figures(await read('/candidatures?mission-locale=97410S00')).listed).toBe(1);
    expect(figures(await read('/candidatures?mission-locale=97600S00')).listed).toBe(0);
  });

  it('sorts by name both ways', async () => {
    const first = (html: string) => /<th scope="row"><a[^>]*>([^<]*)</.exec(html)?.[1];

    expect(first(await read('/candidatures?tri=nom'))).toBe('LE GOFF Élodie');
    expect(first(await read('/candidatures?tri=-nom'))).toBe('PAYET Léa');
  });

  it('is that of the own unit alone', async () => {
    expect(figures(await read('/candidatures', 'recruiter', 'RSMA-YT'))).toEqual({
      listed: 1,
      announced: 1,
    });
  });

  it.each(['unit-manager', 'insertion-officer', 'medical-office'])(
    'is open to %s',
    async (role) => {
      expect(figures(await read('/candidatures', role)).announced).toBe(52);
    },
  );

  it('leaves a line in the audit', async () => {
    const count = async () => {
      const sql = `select count(*)::int as n from app.audit_event where command = 'candidacy.list'`;
      const { rows: found } = await service.database.owner.query<{ n: number }>(sql);
      return found[0]?.n ?? 0;
    };
    const before = await count();
    await read('/candidatures');

    expect(await count()).toBe(before + 1);
  });
});
