import * as fc from 'fast-check';
import { wholeYear } from '../periods.js';
import { canonicalJson } from './canonical-json.js';
import { driftOf, KeptFigures } from './edition.js';
import { measureKey, reportOf, type Report } from './report.js';
import { INDICATORS } from '../indicator-list.js';
import type { Figure } from '../figures.js';

const PLACE = { code: 'national', label: 'Tous', level: 'national', scheme: null, territory: null };

/** A report whose every figure comes from one function. */
function reportWith(of: (key: string) => Figure): Report {
  const source = { figure: (measure: Parameters<typeof measureKey>[0]) => of(measureKey(measure)) };
  return reportOf({
    places: { all: [{ ...PLACE, level: 'national' as const }] },
    period: wholeYear(2025),
    before: wholeYear(2024),
    figures: source,
    figuresBefore: source,
  });
}

const shown = (value: number): Figure => ({ state: 'shown', value, of: 100, part: value });

describe('The canonical form of a content', () => {
  it('does not depend on the order in which keys were written', () => {
    expect(canonicalJson({ b: [1, { d: 'é', c: null }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":null,"d":"é"}]}',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
        const turned = Object.fromEntries(Object.entries(content).toReversed());
        expect(canonicalJson(turned)).toBe(canonicalJson(content));
      }),
    );
  });

  it('reads back as the same content', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (content) => {
        expect(canonicalJson(JSON.parse(canonicalJson(content)))).toBe(canonicalJson(content));
      }),
    );
  });
});

describe('An edition', () => {
  it('names the indicators that moved, never by how much', () => {
    const kept = reportWith(() => shown(50));
    expect(driftOf(kept, kept)).toEqual([]);
    const today = reportWith((key) => (key.startsWith('rate:returns') ? shown(51) : shown(50)));
    expect(driftOf(kept, today)).toEqual(['K16']);
    const hidden = reportWith((key) =>
      key === 'count:referrals:total' ? { state: 'masked' } : shown(50),
    );
    expect(driftOf(kept, hidden)).toEqual(['K01']);
  });

  it('gives what it kept, and nothing for a measure or a place that it does not know', () => {
    const text = canonicalJson(reportWith(() => shown(12.34)));
    const kept = new KeptFigures(JSON.parse(text), 'now');
    for (const measure of INDICATORS.flatMap(({ measures }) => measures)) {
      expect(kept.figure(measure, 'national')).toEqual({ ...shown(12.34), value: 12.3 });
      expect(kept.figure(measure, 'RSMA-RE')).toEqual({ state: 'elsewhere' });
    }
    expect(
      kept.figure(
        { kind: 'count', label: '', population: 'referrals', heading: 'new' },
        'national',
      ),
    ).toEqual({ state: 'elsewhere' });
  });

  it('tells every measure from every other', () => {
    const keys = INDICATORS.flatMap(({ code, measures }) =>
      measures.map((measure) => `${code} ${measureKey(measure)}`),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
