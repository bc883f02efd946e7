import { inflateSync } from 'node:zlib';
import { readOds } from 'hucre/ods';
import {
  INDICATORS,
  POPULATIONS,
  TOTAL,
  type Heading,
  type Population,
} from '../../src/committees/index.js';
import { scanCsv } from '../../src/platform/csv/index.js';
import type { TestApplication } from '../support/test-application.js';
import { readRows, RECKONINGS, type Counted, type Rows } from './report-by-hand.js';

/** The last year that is over: the demonstration tells the two years before today. */
const YEAR = String(new Date().getUTCFullYear() - 1);
const YEARS = [YEAR, String(Number(YEAR) - 1)];

/** Units whose contingents are large enough for their own figures (ADR 0054). */
const UNITS_WITH_CONTINGENTS = ['RSMA-MQ', 'SMV-CHALONS'];
/** What must be compared by its figure, never by « nd » alone: in each of the two agreements and units. */
const ENTRIES = [
  'K01 Orientations transmises',
  'K05 Candidatures décidées',
  'K06 Retenus',
  'K09 Jeunes incorporés',
];
/** The same in each of the agreements, and in one of the units at least: the other may hide for small ones. */
const EXITS = [
  'K11 Attrition',
  'K12 Taux officiel',
  'K13 Taux de cohorte',
  'K14 Insertion durable',
  'K15 Retours dits',
];

interface Line {
  readonly what: string;
  readonly year: string;
  readonly scheme: string;
  readonly place: string;
  readonly value: string;
  readonly part: string;
  readonly of: string;
}

/** What the report of a demonstration says, in all its forms; the tests of its suite. */
export function itsReport(serviceOf: () => TestApplication): void {
  const committee = () => serviceOf().person('committee-member', 'NATIONAL');
  const bytesOf = async (extension: string): Promise<Buffer> => {
    const answer = await committee()
      .get(`/rapport/${YEAR}.${extension}`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    expect(answer.status).toBe(200);
    return answer.body as Buffer;
  };

  it('gives the figures that whoever counts row by row finds, or hides them', async () => {
    const rows = await readRows(serviceOf().database.owner);
    const lines = await linesOf(await bytesOf('csv'));
    const apart: unknown[] = [];
    const shown = new Map<string, string[]>();
    for (const line of lines) {
      const byHand = RECKONINGS[line.what]?.(rows, line.year, withinOf(line, rows));
      if (byHand === undefined) continue;
      if (line.value === 'nd') continue;
      if (line.year === YEAR && line.value !== '') {
        shown.set(line.place, [...(shown.get(line.place) ?? []), line.what]);
      }
      if (saidOf(byHand) !== `${line.value};${line.part};${line.of}`) apart.push({ line, byHand });
    }
    expect(apart).toEqual([]);
    expect(new Set(lines.map(({ year }) => year))).toEqual(new Set(YEARS));
    for (const place of ['national', 'SMA', 'SMV']) {
      expect([place, shown.get(place)]).toEqual([
        place,
        expect.arrayContaining([...ENTRIES, ...EXITS]),
      ]);
    }
    const ofUnits = UNITS_WITH_CONTINGENTS.map((unit) => shown.get(unit) ?? []);
    for (const own of ofUnits) expect(own).toEqual(expect.arrayContaining(ENTRIES));
    expect(ofUnits.some((own) => EXITS.every((what) => own.includes(what)))).toBe(true);
  });

  it('counts the same before anything is hidden, for every indicator', async () => {
    const { owner } = serviceOf().database;
    const rows = await readRows(owner);
    for (const year of YEARS) {
      const counted = await owner.query<CountedFact>(
        `select population, one, two, three, total::int from app.committee_counts($1, $2)
         union all select population, one, two, three, total::int from app.committee_outreach($1, $2)`,
        [`${year}-01-01`, `${year}-12-31`],
      );
      for (const [what, reckon] of Object.entries(RECKONINGS)) {
        const byHand = reckon(rows, year, () => true);
        expect([what, year, totalOf(what, counted.rows)]).toEqual([what, year, byHand]);
      }
    }
  });

  it('shows no number of persons from 1 to 10, and hides something', async () => {
    const lines = await linesOf(await bytesOf('csv'));
    const small = lines.filter(({ part, of }) =>
      [part, of].some((text) => Number(text) > 0 && Number(text) < 11),
    );
    expect(small).toEqual([]);
    expect(lines.some(({ value }) => value === 'nd')).toBe(true);
  });

  it('says in its workbook what its table says, and its numbers are numbers', async () => {
    const { sheets } = await readOds(await bytesOf('ods'));
    const data = sheets.find(({ name }) => name === 'Données')?.rows ?? [];
    const written = data.slice(1).map((cells) => cells.map((cell) => cell ?? ''));
    const lines = await cellsOf(await bytesOf('csv'));
    expect(written.map((cells) => cells.map((cell) => String(cell).replace('.', ',')))).toEqual(
      lines.slice(1),
    );
    expect(written.some((cells) => typeof cells[9] === 'number')).toBe(true);
  });

  it('says by API what its table says, of the places that are asked for', async () => {
    const whole = (await committee().get(`/api/v1/reports/${YEAR}`).expect(200)).body as ApiFigures;
    const own = (await linesOf(await bytesOf('csv'))).filter(({ year }) => year === YEAR);
    const told = whole.indicators.flatMap(({ code, measures }) =>
      measures.flatMap(({ label, figures }) =>
        figures
          .filter(({ figure }) => figure.state !== 'elsewhere')
          .map(({ place, figure }) => `${code} ${label};${place};${apiText(figure)}`),
      ),
    );
    expect(told).toEqual(own.map((line) => `${line.what};${line.place};${line.value}`));
    const asked = `/api/v1/indicators?period=${YEAR}&agreement=SMA&territory=La%20R%C3%A9union`;
    const some = (await committee().get(asked).expect(200)).body as ApiFigures;
    expect(some.places.map(({ code }) => code)).toEqual(['RSMA-RE']);
    const list = (await committee().get('/api/v1/reports').expect(200)).body as {
      readonly items: readonly { readonly year: number; readonly sha256: string | null }[];
    };
    expect(list.items.find(({ year }) => String(year) === YEAR)?.sha256).toBeNull();
  });

  it('refuses by API a filter that nothing answers, and whoever does not read the pages', async () => {
    for (const filter of ['period=1999', 'agreement=XYZ', 'unit=RSMA-RE&agreement=SMV']) {
      const refused = await committee().get(`/api/v1/indicators?${filter}`);
      expect([filter, refused.status, refused.type]).toEqual([
        filter,
        422,
        'application/problem+json',
      ]);
      expect((refused.body as { code: string }).code).toBe('figures-filter-unknown');
    }
    expect((await committee().get('/api/v1/reports/1999')).status).toBe(404);
    const adviser = serviceOf().person('ml-adviser', '97411S00');
    expect((await adviser.get('/api/v1/indicators')).status).toBe(403);
  });

  it('is a tagged PDF in French, with titles, tables and headers of columns and rows', async () => {
    const pdf = await bytesOf('pdf');
    const text = inflated(pdf);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    for (const mark of ['/Marked true', '/Lang (fr-FR)', '/DisplayDocTitle true']) {
      expect(text).toContain(mark);
    }
    for (const tag of ['H1', 'H2', 'Table', 'Caption', 'TR', 'TH', 'TD']) {
      expect(text).toContain(`/S /${tag}\n`);
    }
    expect(text).toContain('/Scope /Column');
    expect(text).toContain('/Scope /Row');
  });

  it('has one address a year, and none for a year that is not over', async () => {
    const page = await committee().get(`/rapport/${YEAR}`).set('accept', 'text/html').expect(200);
    expect(page.text).toContain(`Rapport annuel ${YEAR}`);
    expect(page.text).toContain('Tableau 1 – Chiffres clés');
    for (const year of [String(Number(YEAR) + 1), `${YEAR}-S1`, '1999', 'x']) {
      expect((await committee().get(`/rapport/${year}`)).status).toBe(404);
      expect((await committee().get(`/rapport/${year}.pdf`)).status).toBe(404);
    }
  });
}

interface ApiFigure {
  readonly state: string;
  readonly value: number | null;
}

interface ApiFigures {
  readonly places: readonly { readonly code: string }[];
  readonly indicators: readonly {
    readonly code: string;
    readonly measures: readonly {
      readonly label: string;
      readonly figures: readonly { readonly place: string; readonly figure: ApiFigure }[];
    }[];
  }[];
}

/** A figure of the API as the table writes it. */
function apiText({ state, value }: ApiFigure): string {
  if (state === 'masked') return 'nd';
  return value === null ? '' : String(value).replace('.', ',');
}

interface CountedFact {
  readonly population: string;
  readonly one: string | null;
  readonly two: string | null;
  readonly three: string | null;
  readonly total: number;
}

/** What the counts of the whole country make of a measure. */
function totalOf(what: string, facts: readonly CountedFact[]): Counted {
  const measure = INDICATORS.flatMap(({ code, measures }) =>
    measures.filter(({ label }) => `${code} ${label}` === what),
  )[0];
  if (measure?.kind !== 'count' && measure?.kind !== 'rate') throw new Error(`no measure ${what}`);
  const own = facts.filter(({ population }) => population === measure.population);
  const under = (headings: readonly string[]) => {
    const leaves = leavesOf(POPULATIONS[measure.population], headings);
    const isThere = ({ one, two, three }: CountedFact) =>
      headings.includes(TOTAL) || [one, two, three].some((id) => id !== null && leaves.has(id));
    return own.filter(isThere).reduce((sum, { total }) => sum + total, 0);
  };
  if (measure.kind === 'count') return { part: under([measure.heading]), of: null };
  return { part: under(measure.numerator), of: under([measure.denominator]) };
}

function leavesOf({ facets }: Population, headings: readonly string[]): Set<string> {
  const below = ({ id, children = [] }: Heading): string[] =>
    children.length === 0 ? [id] : children.flatMap(below);
  const find = (heading: Heading): string[] =>
    headings.includes(heading.id) ? below(heading) : (heading.children ?? []).flatMap(find);
  return new Set(facets.flat().flatMap(find));
}

/** The units of a line: one, those of an agreement, all. */
function withinOf({ place, scheme }: Line, { candidacies }: Rows): (unit: string) => boolean {
  if (candidacies.some(({ unit }) => unit === place)) return (unit) => unit === place;
  if (place === 'national') return () => true;
  if (place !== scheme) return (unit) => unit === place;
  const isSmv = (unit: string) => unit.startsWith('SMV');
  return place === 'SMV' ? isSmv : (unit) => !isSmv(unit);
}

function saidOf({ part, of }: Counted): string {
  if (of === null) return `${part};;`;
  if (of === 0) return ';;0';
  return `${String(Math.round((part * 1000) / of) / 10).replace('.', ',')};${part};${of}`;
}

/** The cells of a CSV file, row by row. */
export async function cellsOf(csv: Buffer): Promise<string[][]> {
  const cells: string[][] = [];
  async function* bytes() {
    yield csv;
  }
  for await (const records of scanCsv(bytes(), { separator: ';' })) {
    for (const record of records) cells.push([...record.cells]);
  }
  return cells;
}

async function linesOf(csv: Buffer): Promise<Line[]> {
  return (await cellsOf(csv)).slice(1).map((cells) => {
    const [code, , measure, , year, , scheme, place, , value, part, of] = cells.map(String);
    return {
      what: `${code} ${measure}`,
      year: year ?? '',
      scheme: scheme ?? '',
      place: place ?? '',
      value: value ?? '',
      part: part ?? '',
      of: of ?? '',
    };
  });
}

/** A PDF with its compressed parts opened, for what can be looked for in it. */
function inflated(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const parts = text.matchAll(/stream\n([\s\S]*?)\nendstream/g);
  const opened = [...parts].map(([, part = '']) => {
    try {
      return inflateSync(Buffer.from(part, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [text, ...opened].join('\n');
}
