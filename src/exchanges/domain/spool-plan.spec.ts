import fc from 'fast-check';
import { planCollection, SpoolDelays, type SpoolEntry, type SpoolPlan } from './spool-plan.js';

const FLOWS = ['SUI', 'ORI'];
const DELAYS = new SpoolDelays();
const MINUTE = 60_000;
const DATA = 'SUI_P_RSMA-RE_2026-11_000214_I_v1.csv';
const MANIFEST = 'SUI_P_RSMA-RE_2026-11_000214_I_v1.manifeste.json';

function entry(name: string, over: Partial<SpoolEntry> = {}): SpoolEntry {
  return { key: Buffer.from(name).toString('hex'), name, kind: 'ordinary', ageMs: MINUTE, ...over };
}

function plan(...entries: SpoolEntry[]) {
  return named(planCollection(entries, FLOWS, DELAYS));
}

function named({ deposits, swept }: SpoolPlan) {
  return {
    deposits: deposits.map(({ data, manifest }) => [data?.name ?? null, manifest?.name ?? null]),
    swept: swept.map(({ name }) => name),
  };
}

describe('A deposit in a folder', () => {
  it('is complete when its manifest has come', () => {
    expect(plan(entry(DATA), entry(MANIFEST)).deposits).toEqual([[DATA, MANIFEST]]);
  });

  it('waits while one of its files still changes', () => {
    const growing = entry(DATA, { ageMs: DELAYS.settled - 1 });

    expect(plan(growing, entry(MANIFEST, { ageMs: 31 * MINUTE })).deposits).toEqual([]);
    expect(plan(entry(DATA), entry(MANIFEST, { ageMs: 0 })).deposits).toEqual([]);
  });

  it.each([
    ['data without manifest', DATA, [DATA, null]],
    ['a manifest without data', MANIFEST, [null, MANIFEST]],
  ])('that is only %s is refused after thirty minutes', (_case, name, deposit) => {
    expect(plan(entry(name, { ageMs: 30 * MINUTE - 1 })).deposits).toEqual([]);
    expect(plan(entry(name, { ageMs: 30 * MINUTE })).deposits).toEqual([deposit]);
  });

  it.each(['x.csv', '-rf', '..\\..\\x.csv', '%2e%2e.csv', 'SUI_🦜.csv', 'SUI_P.txt', ' '])(
    'under the name %j, which is none, does not wait that long',
    (name) => {
      expect(plan(entry(name, { ageMs: DELAYS.stray })).deposits).toEqual([[name, null]]);
    },
  );

  it('comes in the order of the numbers, whatever the days of the notices', () => {
    const names = [
      'SUI_P_RSMA-RE_2026-11-30_000009_S_v1.csv',
      'SUI_P_RSMA-RE_2026-11_000010_I_v1.csv',
      'ORI_P_97411S00_2026-11_000002_I_v1.csv',
    ];
    const entries = names.flatMap((name) => [
      entry(name),
      entry(name.replace('.csv', '.manifeste.json')),
    ]);

    const order = (given: SpoolEntry[]) => plan(...given).deposits.map(([data]) => data);

    expect(order(entries)).toEqual([names[2], names[0], names[1]]);
    expect(order(entries.toReversed())).toEqual([names[2], names[0], names[1]]);
  });

  it('shares its manifest with no other file', () => {
    const other = DATA.replace('.csv', '.ods');

    expect(plan(entry(DATA), entry(other), entry(MANIFEST)).deposits).toEqual([[DATA, MANIFEST]]);
  });
});

describe('An upload in progress', () => {
  it.each(['.part', '.filepart', '.tmp', '.PART'])('ending with %s is left alone', (ending) => {
    expect(plan(entry(DATA + ending, { ageMs: 23 * 60 * MINUTE }))).toEqual({
      deposits: [],
      swept: [],
    });
  });

  it('is swept after a day', () => {
    const name = `${DATA}.part`;

    expect(plan(entry(name, { ageMs: 24 * 60 * MINUTE })).swept).toEqual([name]);
  });

  it('may have two names for the time of a renaming', () => {
    const linked = { kind: 'linked', ageMs: 5_000 } as const;
    const seen = plan(entry(`${DATA}.part`, linked), entry(DATA, linked), entry(MANIFEST));

    expect(seen).toEqual({ deposits: [], swept: [] });
  });
});

describe('What is no file', () => {
  it.each([DATA, 'x', `${DATA}.part`])('is refused at once, even under the name %s', (name) => {
    expect(plan(entry(name, { kind: 'other', ageMs: 0 })).deposits).toEqual([[name, null]]);
  });

  it('is refused when a file keeps its second name', () => {
    const linked = entry(DATA, { kind: 'linked', ageMs: DELAYS.stray });

    expect(plan(linked, entry(MANIFEST)).deposits).toEqual([[DATA, MANIFEST]]);
  });
});

describe('Every entry', () => {
  it('is taken once at most, and in the end always', () => {
    const names = fc.constantFrom(DATA, MANIFEST, `${DATA}.tmp`, 'x.csv', 'x.manifeste.json', 'y');
    const kinds = fc.constantFrom('ordinary' as const, 'linked' as const, 'other' as const);
    const ages = fc.integer({ min: 0, max: 48 * 60 * MINUTE });
    const entries = fc.uniqueArray(
      fc
        .record({ name: names, kind: kinds, ageMs: ages })
        .map(({ name, ...over }) => entry(name, over)),
      { selector: ({ name }) => name },
    );
    const taken = (given: SpoolEntry[]) => {
      const { deposits, swept } = named(planCollection(given, FLOWS, DELAYS));
      return [...deposits.flat().filter((name) => name !== null), ...swept].toSorted();
    };
    fc.assert(
      fc.property(entries, (given) => {
        const all = given.map(({ name }) => name).toSorted();
        const some = taken(given);
        expect(new Set(some).size).toBe(some.length);
        expect(all).toEqual(expect.arrayContaining(some));
        expect(taken(given.map((one) => ({ ...one, ageMs: 48 * 60 * MINUTE })))).toEqual(all);
      }),
    );
  });
});
