import fc from 'fast-check';
import { lastDay, localDate, parseMonth, type Actor } from '../../../kernel/index.js';
import type { FollowUpAct } from '../../../follow-ups/index.js';
import { compileRowCheck, headersOf, sampleCells } from '../../flow/index.js';
import { answerOf } from './columns.js';
import { foldAnswers, type AnswerLine } from './fold-answers.js';
import { DEVENIRS } from './flow.js';

const check = compileRowCheck(DEVENIRS, {
  on: localDate(2027, 3, 1),
  emitterCode: null,
  communes: { isKnown: () => true, isFormer: () => false, successorOf: () => undefined },
  references: { standingOf: () => ({ standing: 'current' }) },
});
const [SAMPLE = []] = sampleCells(DEVENIRS);
const SERVICE = {
  ...{ volunteerId: 'v', unitId: 'u', missionLocaleId: 'ml' },
  exitedOn: localDate(2026, 8, 20),
};
const actor: Actor = {
  type: 'file',
  id: 'file',
  scopes: [],
  organisation: { id: 'ml', code: '97411S00', kind: 'mission-locale' },
  channel: { kind: 'file', fileId: 'file', line: null },
  correlationId: 'c',
};

/** A row of the file of that month; of November, and about the third month, unless told. */
function line(
  over: Readonly<Record<string, string>> = {},
  month = '2026-11',
  sequence = 1,
): AnswerLine {
  const cells = headersOf(DEVENIRS).map((header, at) => over[header] ?? SAMPLE[at] ?? '');
  const reading = check(cells, 7);
  if (!reading.isAccepted) throw new Error(JSON.stringify(reading.anomalies));
  const period = parseMonth(month);
  if (!period) throw new Error(month);
  return { line: 7, row: reading.row, asOf: { on: lastDay(period), sequence, line: 7 } };
}

/** An answer of a page on that day. */
function act(on: ReturnType<typeof localDate>, situation: string): FollowUpAct {
  const answer = { ...answerOf(line().row), situation, observedOn: on };
  return { volunteerId: 'v', milestone: 'M3', answer, asOf: { on, sequence: 0, line: 0 } };
}

const fold = (lines: readonly AnswerLine[], acts: readonly FollowUpAct[] = []) =>
  foldAnswers(SERVICE, 'M3', { lines, acts }, actor);

describe('The answer to a milestone, as all that was said makes it', () => {
  it('is what was said last, and a row that was overtaken does not stand', () => {
    const [november, december] = [line(), line({ situation: 'CDI' }, '2026-12')];
    const { answer, standing } = fold([december, november]);
    expect(answer).toMatchObject({ situation: 'CDI' });
    expect([...standing]).toEqual([december]);
  });

  it('is what a page said on the last day of the month of a file, or later', () => {
    const last = act(localDate(2026, 11, 30), 'ALTERNANCE');
    expect(fold([line()], [last]).answer).toMatchObject({ situation: 'ALTERNANCE' });
    const before = act(localDate(2026, 11, 29), 'ALTERNANCE');
    expect(fold([line()], [before]).answer).toMatchObject({ situation: 'CDD_6P' });
  });

  it.each([
    ['2026-10-06', true],
    ['2027-01-04', true],
    ['2026-10-05', false],
    ['2027-01-05', false],
  ])(
    'takes what was seen on %s: %s, the first and last day of the window included',
    (day, isTaken) => {
      const seen = line({ date_observation: day, date_debut_situation: '' }, day.slice(0, 7));
      const { answer, refused } = fold([seen]);
      expect(answer !== null).toBe(isTaken);
      expect(refused.size).toBe(0);
    },
  );

  it('is not given once its window is over, but corrected when there was one', () => {
    const late = line({ situation: 'CDI' }, '2027-02');
    expect(fold([late]).refused.get(late)).toMatchObject({ precision: 'JALON_CLOS' });
    expect(fold([line(), late]).answer).toMatchObject({ situation: 'CDI' });
  });

  it('is the same whatever the order, and however often, files are told', () => {
    const month = fc.constantFrom('2026-10', '2026-11', '2026-12', '2027-01', '2027-02');
    const code = fc.constantFrom('CDI', 'CDD_6P', 'ALTERNANCE');
    const drawn = fc
      .tuple(month, code, fc.constantFrom('2026-10-20', '2026-11-18', '2026-09-30'))
      .map(([of, situation, day]) => ({ of, situation, day }));
    fc.assert(
      fc.property(
        fc.array(drawn, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        (all, order) => {
          const lines = all.map(({ of, situation, day }, at) =>
            line({ situation, date_observation: day, date_debut_situation: '' }, of, at + 1),
          );
          const acts = [act(localDate(2026, 11, 30), 'ARMEES')];
          const keys = new Map(lines.map((one) => [one, order.next().value ?? 0]));
          const mixed = lines.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
          const [first] = mixed;
          const again = first ? [...mixed, first] : mixed;
          const told = fold(lines, acts);
          for (const other of [fold(mixed, acts), fold(again, acts)]) {
            expect(other.answer && answerish(other.answer)).toEqual(
              told.answer && answerish(told.answer),
            );
            expect(other.refused).toEqual(told.refused);
          }
        },
      ),
    );
  });
});

function answerish({ version: _version, ...said }: { version: number }): object {
  return said;
}
