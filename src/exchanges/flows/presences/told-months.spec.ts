import { parseLocalDate, parseMonth } from '../../../kernel/index.js';
import {
  isToldOtherwise,
  keptMonths,
  monthNews,
  readToldMonths,
  toldAfter,
} from './told-months.js';

function presence(month: string, isInService = true) {
  return { month: parseMonth(month)!, isInService, isLongAbsent: false };
}

const END = parseLocalDate('2027-07-31')!;
const [OCTOBER, NOVEMBER] = ['2026-10/O/N/2027-07-31', '2026-11/N/N/2027-07-31'];

/** What is told of these standing months, the latest of which is the last, and what is kept then. */
function newsOf(kept: string, standing: ReturnType<typeof presence>[], isAgain = false) {
  const told = readToldMonths(kept);
  const last = standing.at(-1);
  const latest = last ? { ...last, plannedEndOn: END, isTakenBack: false } : null;
  const news = monthNews({ told, standing, latest, isAgain });
  return [keptMonths(news), keptMonths(toldAfter(told, news))];
}

it('What was told is kept in words and read back', () => {
  const kept = `${OCTOBER} -${NOVEMBER}`;
  expect(keptMonths(readToldMonths(kept))).toBe(kept);
  expect(readToldMonths(null)).toEqual([]);
  expect(readToldMonths('')).toEqual([]);
});

describe('The months to tell', () => {
  const [both, october] = [
    [presence('2026-10'), presence('2026-11', false)],
    [presence('2026-10')],
  ];

  it.each([
    ['are the latest', '', both, NOVEMBER, NOVEMBER],
    ['are none once it was told', NOVEMBER, both, '', NOVEMBER],
    ['are those that stand no more', OCTOBER, [], `-${OCTOBER}`, `-${OCTOBER}`],
    ['are none once that was told', `-${OCTOBER}`, [], '', `-${OCTOBER}`],
    ['are both', NOVEMBER, october, `-${NOVEMBER} ${OCTOBER}`, `${OCTOBER} -${NOVEMBER}`],
    [
      'are an earlier one that was told otherwise',
      `2026-10/N/N/2027-01-31 ${NOVEMBER}`,
      both,
      '2026-10/O/N/2027-01-31',
      `2026-10/O/N/2027-01-31 ${NOVEMBER}`,
    ],
    [
      'are one that stands again',
      `-${OCTOBER} ${NOVEMBER}`,
      both,
      OCTOBER,
      `${OCTOBER} ${NOVEMBER}`,
    ],
  ])('%s', (_, kept, standing, news, after) => {
    expect(newsOf(kept, standing)).toEqual([news, after]);
  });

  it('are the same again when the file was never collected', () => {
    expect(newsOf(NOVEMBER, both, true)).toEqual([NOVEMBER, NOVEMBER]);
    const told = `${OCTOBER} ${NOVEMBER}`;
    expect(newsOf(told, both, true)).toEqual([told, told]);
    expect(newsOf(`-${NOVEMBER}`, [], true)).toEqual([`-${NOVEMBER}`, `-${NOVEMBER}`]);
  });
});

it.each([
  ['that stood otherwise', '2026-10/N/N/2027-07-31', true],
  ['with another end', '2026-10/O/N/2027-08-31', true],
  ['that stood so', OCTOBER, false],
  ['that was taken back', '-2026-10/N/N/2027-07-31', false],
  ['that was never told', NOVEMBER, false],
])('A month %s is told otherwise: %#', (_, kept, is) => {
  const [october] = readToldMonths(OCTOBER);
  expect(isToldOtherwise(readToldMonths(kept), october!)).toBe(is);
});
