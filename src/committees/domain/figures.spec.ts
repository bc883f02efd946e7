import { ASSESSED_LEVELS, OUTCOME_CODES, OUTCOME_TREE } from '../../candidacies/index.js';
import { codesFrom, codesOf, parseLocalDate } from '../../kernel/index.js';
import { OUTCOME_SIDES, OUTCOME_WORDS } from './borrowed-words.js';
import { Figures, type CountFact, type CutFacts } from './figures.js';
import { INDICATORS, indicatorOf } from './indicator-list.js';
import type { Measure } from './indicators.js';
import { earlierCut, pastPeriods, yearBefore } from './periods.js';
import { Places } from './places.js';
import { headingsOf, POPULATIONS, TOTAL } from './populations.js';

const unit = (id: string, scheme: 'SMA' | 'SMV') => ({
  id,
  code: id,
  name: id,
  scheme,
  territory: 'La Réunion',
});
const PLACES = new Places([unit('RE', 'SMA'), unit('YT', 'SMA'), unit('BREST', 'SMV')]);

const exits = (unitId: string, heading: string, total: number): CountFact => ({
  population: 'exits',
  unitId,
  headings: [heading, 'end-untold', 'return-undue'],
  total,
});

/** The cohort of the Senate's report: 86 % of those who completed, 18 % lost on the way (domain.md 4.4). */
const COHORT: CountFact[] = ['RE', 'YT', 'BREST'].flatMap((id) => [
  exits(id, 'completed-durable', 200),
  exits(id, 'completed-inserted', 152),
  exits(id, 'completed-unsolved', 58),
  exits(id, 'early-probation-young', 25),
  exits(id, 'early-probation-unit', 15),
  exits(id, 'early-later-young', 30),
  exits(id, 'early-later-other', 20),
]);

const figures = (counts: CountFact[], earlier: CutFacts | null = null) =>
  new Figures(PLACES, { counts, delays: [] }, earlier);
const measure = (code: string, at = 0): Measure => {
  const found = indicatorOf(code)?.measures[at];
  if (!found) throw new Error(`no measure of ${code}`);
  return found;
};

describe('The rates of insertion', () => {
  it('are those of the report of the Senate for its cohort', () => {
    const of = figures(COHORT);
    expect(of.figure(measure('K12'), 'RE')).toMatchObject({ part: 352, of: 410 });
    expect(of.figure(measure('K13'), 'RE')).toMatchObject({ part: 352, of: 500, value: 70.4 });
    expect(of.figure(measure('K11'), 'RE')).toMatchObject({ part: 90, of: 500, value: 18 });
    expect(of.figure(measure('K14'), 'national')).toMatchObject({ part: 600, of: 1230 });
  });

  it('tell the side that an end before the term comes from, force majeure not apart', () => {
    const of = figures(COHORT);
    expect([0, 1, 2].map((at) => of.figure(measure('K33', at), 'RE'))).toMatchObject([
      { part: 55, of: 90 },
      { part: 15, of: 90 },
      { part: 20, of: 90 },
    ]);
    expect(of.figure(measure('K11', 1), 'RE')).toMatchObject({ part: 40, of: 500 });
  });

  it('stand on the side that the outcomes have, medical ones with the refusals of the unit', () => {
    for (const [side, , headings] of OUTCOME_SIDES) {
      const told = headings.filter((heading) => heading !== 'outcome-refused');
      const codes = told.map((heading) => heading.replace('outcome-', ''));
      expect(codesFrom(OUTCOME_TREE, side)).toEqual(expect.arrayContaining(codes));
    }
    expect(codesFrom(OUTCOME_TREE, 'UNITE')).toEqual(
      expect.arrayContaining(['NON_RETENU_SELECTION', 'INAPTE_TEMPORAIRE', 'INAPTE_DEFINITIF']),
    );
    const counted = OUTCOME_SIDES.flatMap(([, , headings]) => headings);
    expect(counted.length).toBe(OUTCOME_WORDS.length + 1);
  });

  it('are masked with their numerator, and nothing gives it back', () => {
    const of = figures([...COHORT, exits('RE', 'completed-unknown', 4)]);
    expect(of.count('exits', 'RE', 'completed-unknown')).toBeNull();
    expect(of.count('exits', 'national', TOTAL)).toBe(1504);
  });

  it('are of nobody where nobody left', () => {
    expect(figures([]).figure(measure('K12'), 'SMV')).toEqual({ state: 'nobody' });
  });
});

describe('What moved little since the cut before', () => {
  const later = COHORT.map((fact) =>
    fact.unitId === 'RE' && fact.headings[0] === 'completed-durable'
      ? { ...fact, total: 203 }
      : fact,
  );

  it('is masked, because a subtraction would tell who came', () => {
    const of = figures(later, { counts: COHORT, delays: [] });
    expect(of.count('exits', 'RE', 'completed-durable')).toBeNull();
    expect(of.count('exits', 'RE', 'completed-inserted')).not.toBe(0);
  });
});

describe('Medical conclusions', () => {
  const decided = (heading: string, total: number): CountFact[] =>
    ['RE', 'YT', 'BREST'].map((unitId) => ({
      population: 'decisions',
      unitId,
      headings: [heading, 'origin-ML'],
      total,
    }));
  const medical = (unfit: number, fit: number): CountFact[] => [
    { population: 'medical', unitId: null, headings: ['medical-unfit'], total: unfit },
    { population: 'medical', unitId: null, headings: ['medical-fit'], total: fit },
  ];
  const all = [...decided('outcome-APTE_RETENU', 100), ...decided('outcome-refused', 50)];

  it('are said of the whole country alone', () => {
    const of = figures([...all, ...medical(60, 300)]);
    expect(of.figure(measure('K07'), 'national')).toMatchObject({ part: 60, of: 360 });
    expect(of.figure(measure('K07'), 'SMA')).toEqual({ state: 'elsewhere' });
    expect(of.figure(measure('K07'), 'RE')).toEqual({ state: 'elsewhere' });
  });

  it.each([
    ['they are few', [...all, ...medical(19, 300)]],
    ['the other refusals are few', [...all, ...medical(140, 300)]],
  ])('are not when %s', (_why, counts) => {
    expect(figures(counts).figure(measure('K07'), 'national')).toEqual({ state: 'masked' });
  });
});

describe('Definitions', () => {
  it('speak of headings that exist, once for each code', () => {
    for (const { measures } of INDICATORS) {
      for (const one of measures) {
        if (one.kind === 'medical') continue;
        const ids = headingsOf(POPULATIONS[one.population]).map(({ id }) => id);
        const named = one.kind === 'rate' ? [...one.numerator, one.denominator] : [one.heading];
        expect(ids).toEqual(expect.arrayContaining(named));
      }
    }
    const codes = INDICATORS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('measure something, or say why not', () => {
    for (const { measures, missing } of INDICATORS) {
      expect(measures.length === 0).toBe(missing !== undefined);
    }
  });

  it('count every outcome and every level that a unit may give', () => {
    const ids = headingsOf(POPULATIONS.decisions).map(({ id }) => id);
    const refused = ['INAPTE_TEMPORAIRE', 'INAPTE_DEFINITIF', 'NON_RETENU_SELECTION'];
    for (const code of codesOf(OUTCOME_CODES)) {
      expect(ids).toContain(refused.includes(code) ? 'outcome-refused' : `outcome-${code}`);
    }
    const levels = headingsOf(POPULATIONS.incorporations).map(({ id }) => id);
    for (const code of codesOf(ASSESSED_LEVELS)) expect(levels).toContain(`level-${code}`);
  });

  it('refuse a count that has no heading, because the sums would tell it', () => {
    expect(() => figures([exits('RE', 'completed-otherwise', 12)])).toThrow('nothing counts');
  });
});

describe('Periods', () => {
  const on = (text: string) => pastPeriods(parseLocalDate(text)!).map(({ code }) => code);

  it('are there once they are over', () => {
    expect(on('2026-06-30')[0]).toBe('2025');
    expect(on('2026-07-01').slice(0, 3)).toEqual(['2026-S1', '2025', '2025-S1']);
    expect(on('2027-01-01')[0]).toBe('2026');
  });

  it('are compared with the same one a year before', () => {
    const [half, year] = pastPeriods(parseLocalDate('2026-11-29')!);
    expect([yearBefore(half!).code, yearBefore(year!).code]).toEqual(['2025-S1', '2024']);
    expect([earlierCut(half!), earlierCut(year!)?.code]).toEqual([null, '2025-S1']);
  });
});
