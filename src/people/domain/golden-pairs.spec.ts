import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseBirthDate } from './birth-date.js';
import type { Sex } from './code-lists.js';
import { judgeKey } from './judge-identity.js';
import { NO_CONTACT, type PersonRecord } from './person-record.js';
import { NOTHING_SAID, resolvePerson } from './resolve-person.js';
import { vetoesBetween } from './vetoes.js';

/** Communes of the set that merged or changed code; the register of the service knows them all. */
const MOVES: Readonly<Record<string, string>> = {
  '49031': '49018',
  '49201': '49018',
  '97123': '97701',
  '97127': '97801',
};
const CONTEXT = { ...NOTHING_SAID, presentOf: (code: string) => MOVES[code] ?? code };

interface Pair {
  readonly number: number;
  readonly theme: string;
  readonly by: string;
  readonly one: PersonRecord;
  readonly other: PersonRecord;
  readonly truth: string;
  readonly expected: string;
  readonly why: string;
}

const PAIRS = readFileSync(join(process.cwd(), 'test/people/golden-pairs.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map(readPair);

function readPair(text: string, index: number): Pair {
  const [
    theme = '',
    by = '',
    one = '',
    other = '',
    truth = '',
    verdict = '',
    codes = '',
    why = '',
  ] = text.split(';');
  const expected = [verdict, ...codes.split(',')].filter(Boolean).join(' ');
  const sides = { one: readIdentity(one), other: readIdentity(other) };
  return { number: index + 2, theme, by, ...sides, truth, expected, why };
}

/** `NOM~USAGE|Prénom,Prénom|sex|birth date|birthplace|number`; `-` for what is unknown. */
function readIdentity(text: string): PersonRecord {
  const [names = '', firstNames = '', sex = '', date = '', place = '', number = ''] =
    text.split('|');
  const [birthName = '', usageName = null] = names.split('~');
  const birthDate = parseBirthDate(date);
  if (!birthDate) throw new Error(`not a birth date: ${text}`);
  return {
    id: text,
    organisationId: 'ml',
    version: 1,
    contact: NO_CONTACT,
    imiloId: known(number),
    identity: {
      birthName,
      usageName,
      firstNames: firstNames.split(','),
      sex: known(sex) as Sex | null,
      birthDate,
      birthPlaceCode: known(place),
      birthPlaceLabel: null,
    },
  };
}

function known(text: string): string | null {
  return text === '-' ? null : text;
}

/** `automatic`, `remark CODES`, `review CODE`, `none CODES`: what the service does with the pair. */
function verdictOn(by: string, one: PersonRecord, other: PersonRecord): string {
  if (by === 'key') {
    const judged = judgeKey(one, other, CONTEXT);
    if (judged.kind !== 'link') return `review ${'reason' in judged ? judged.reason : ''}`;
    return said(judged.remarks.length > 0 ? 'remark' : 'automatic', judged.remarks);
  }
  const around = { byImilo: undefined, byTraits: [other], rivals: [] };
  const found = resolvePerson(one, around, CONTEXT);
  if (found.kind === 'doubtful') return `review ${found.reason}`;
  return said(found.kind === 'known' ? 'automatic' : 'none', found.gaps);
}

function said(verdict: string, codes: readonly string[]): string {
  return [verdict, ...codes].join(' ');
}

function isLinked(verdict: string): boolean {
  return /^(?:automatic|remark)/.test(verdict);
}

describe('The golden set of pairs', () => {
  it('has two hundred pairs and more, of every theme', () => {
    expect(PAIRS.length).toBeGreaterThanOrEqual(200);
    const themes = new Set(PAIRS.map(({ theme }) => theme));
    expect([...themes]).toEqual(
      expect.arrayContaining([
        ...['homonyms', 'twins', 'swapped', 'particles', 'surnames', 'places', 'dates', 'sex'],
        ...['reunion', 'mayotte', 'antilles', 'guiana', 'polynesia', 'kanak', 'comoros', 'haiti'],
        ...['brazil', 'madagascar', 'vietnam', 'arabic', 'letters', 'firstnames'],
      ]),
    );
  });

  it('gives every pair its verdict', () => {
    const wrong = PAIRS.map((pair) => ({
      pair,
      got: verdictOn(pair.by, pair.one, pair.other),
    })).filter(({ pair, got }) => got !== pair.expected);
    const told = wrong.map(
      ({ pair: { number, one, other, expected, why }, got }) =>
        `line ${number}: ${one.id} / ${other.id}: ${got} instead of ${expected} (${why})`,
    );
    expect(told).toEqual([]);
  });

  it('has no wrong automatic link, in either direction', () => {
    const wrong = PAIRS.filter(({ truth }) => truth === 'different')
      .filter(
        ({ by, one, other }) =>
          isLinked(verdictOn(by, one, other)) || isLinked(verdictOn(by, other, one)),
      )
      .map(({ number }) => number);
    expect(wrong).toEqual([]);
  });

  it('says the same of a pair in both directions', () => {
    const uneven = PAIRS.filter(
      ({ by, one, other }) => verdictOn(by, one, other) !== verdictOn(by, other, one),
    ).map(({ number, one, other, by }) => [
      number,
      verdictOn(by, one, other),
      verdictOn(by, other, one),
    ]);
    expect(uneven).toEqual([]);
  });

  it('links no pair that a veto forbids, nor any pair that was said to be two people', () => {
    for (const { by, one, other } of PAIRS) {
      if (vetoesBetween(one, other, CONTEXT).length > 0) {
        expect(isLinked(verdictOn(by, one, other))).toBe(false);
      }
      const isSaidDifferent = true;
      expect(judgeKey(one, other, { ...CONTEXT, isSaidDifferent }).kind).toBe('said-different');
      expect(vetoesBetween(one, other, { ...CONTEXT, isSaidDifferent })).toContain(
        'said-different',
      );
    }
  });

  it('never makes an automatic link of a veto by one more slip of a letter', () => {
    const vetoed = PAIRS.filter(({ one, other }) => vetoesBetween(one, other, CONTEXT).length > 0);
    const slip = fc.record({
      pair: fc.constantFrom(...vetoed),
      at: fc.nat(12),
      letter: fc.constantFrom(...'AEIOULNRST'),
    });
    fc.assert(
      fc.property(slip, ({ pair: { one, other }, at, letter }) => {
        const { birthName } = one.identity;
        const cut = at % (birthName.length + 1);
        const slipped = `${birthName.slice(0, cut)}${letter}${birthName.slice(cut)}`;
        const described = { ...one, identity: { ...one.identity, birthName: slipped } };
        expect(isLinked(verdictOn('traits', described, other))).toBe(false);
      }),
    );
  });
});
