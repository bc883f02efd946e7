import {
  addDays,
  addMonths,
  firstDay,
  lastDay,
  monthOf,
  nextWorkingDay,
  type LocalDate,
  type Month,
  type TerritoryCode,
} from '../../kernel/index.js';
import type { Organisation } from '../../organisations/index.js';
import { SMALL_STOCKS } from '../demonstration-clients.js';
import type { Home } from '../people/homes.js';
import { SeededRandom } from '../seeded-random.js';
import { openCases } from './open-cases.js';
import { contingentCases } from './plan-contingents.js';
import type { PlannedCase, Story } from './planned-case.js';
import { planCase, type CaseOutline } from './plan-referral.js';

/** What the history is written from. */
export interface HistoryInput {
  readonly missionsLocales: readonly Organisation[];
  readonly units: readonly Organisation[];
  readonly homeOf: (missionLocale: Organisation) => Home;
  /** Account of the adviser in charge, by code of mission locale. */
  readonly adviserOf: (code: string) => string | null;
  /** Months of history, the current one included. */
  readonly months: number;
  readonly today: LocalDate;
}

/** Unit of the same territory; elsewhere, the units of the mainland. */
const LOCAL_UNIT: Partial<Record<TerritoryCode, string>> = {
  GP: 'RSMA-GP',
  MF: 'RSMA-GP',
  MQ: 'RSMA-MQ',
  GF: 'RSMA-GF',
  RE: 'RSMA-RE',
  YT: 'RSMA-YT',
  NC: 'RSMA-NC',
};

/** Cases a mission locale refers in a month. */
const PER_MONTH = { from: 3, to: 6 } as const;
/** With a brisk pace everything is over by then. */
const ALL_OVER_AFTER_DAYS = 60;
/** Elsewhere nothing is left waiting for longer. */
const STILL_OPEN_DAYS = 120;
const AFTER_LONG: Partial<Record<Story, Story>> = { waiting: 'unanswered', 'under-way': 'closed' };

/**
 * Two years of referrals and of what became of them: the same for the same day. Organisations with a
 * machine client keep the few open cases of `open-cases.ts` and no other.
 */
export function planHistory(input: HistoryInput): PlannedCase[] {
  const fileNumbers = new FileNumbers();
  const alone = input.missionsLocales.flatMap((missionLocale) => [
    ...pastCases(input, missionLocale),
    ...openCases(input, missionLocale),
  ]);
  const outlines = [...alone, ...contingentCases(input)];
  return outlines.map((outline, index) =>
    planCase({
      ...outline,
      number: index + 1,
      home: input.homeOf(outline.missionLocale),
      adviserId: input.adviserOf(outline.missionLocale.code),
      until: addDays(input.today, -1),
      unitFileNumber: fileNumbers.next(outline.unit, outline.referredOn),
    }),
  );
}

/** A case before it has a number. */
export type NamedOutline = Pick<
  CaseOutline,
  'name' | 'missionLocale' | 'unit' | 'referredOn' | 'story' | 'pace' | 'member'
>;

function pastCases(input: HistoryInput, missionLocale: Organisation): NamedOutline[] {
  const current = monthOf(input.today);
  return Array.from({ length: input.months }, (_, back) => addMonths(current, -back)).flatMap(
    (month) => casesOfMonth(input, missionLocale, month),
  );
}

function casesOfMonth(
  input: HistoryInput,
  missionLocale: Organisation,
  month: Month,
): NamedOutline[] {
  const random = new SeededRandom(`${missionLocale.code} ${month}`);
  const count = random.between(PER_MONTH.from, PER_MONTH.to);
  return Array.from({ length: count }, (_, index): NamedOutline => {
    const day = addDays(firstDay(month), random.between(0, Number(lastDay(month).slice(8)) - 1));
    const unit = pickUnit(random, input.units, missionLocale);
    const isSmall = SMALL_STOCKS.has(missionLocale.code) || SMALL_STOCKS.has(unit.code);
    return {
      name: `${missionLocale.code} ${month} ${index}`,
      missionLocale,
      unit,
      referredOn: nextWorkingDay(missionLocale.territory, day),
      story: isSmall ? endedStory(random) : storyOf(random, day, input.today),
      pace: isSmall ? 'brisk' : 'usual',
      member: null,
    };
  }).filter((outline) => hasHappened(outline, input.today));
}

/** In a small stock a case is over, or it is one of the few open ones. */
function hasHappened({ referredOn, pace }: NamedOutline, today: LocalDate): boolean {
  return pace === 'brisk' ? referredOn < addDays(today, -ALL_OVER_AFTER_DAYS) : referredOn < today;
}

function pickUnit(
  random: SeededRandom,
  units: readonly Organisation[],
  { territory }: Organisation,
): Organisation {
  const local = units.find(({ code }) => code === LOCAL_UNIT[territory]);
  if (local && random.chance(0.88)) return local;
  const mainland = units.filter(({ scheme }) => scheme === 'SMV');
  return random.pick(mainland.length > 0 ? mainland : units);
}

function storyOf(random: SeededRandom, referredOn: LocalDate, today: LocalDate): Story {
  const story = random.weighted<Story>([
    ['decided', 76],
    ['withdrawn', 8],
    ['unanswered', 5],
    ['reopened', 3],
    ['under-way', 3],
    ['waiting', 2],
    ['closed', 2],
    ['draft', 1],
  ]);
  const isOld = referredOn < addDays(today, -STILL_OPEN_DAYS);
  return isOld ? (AFTER_LONG[story] ?? story) : story;
}

function endedStory(random: SeededRandom): Story {
  return random.weighted<Story>([
    ['decided', 88],
    ['withdrawn', 9],
    ['closed', 3],
  ]);
}

/** Numbers of files as a unit gives them: `RE-2026-00412`. */
class FileNumbers {
  private readonly given = new Map<string, number>();

  next({ code }: Organisation, on: LocalDate): string {
    const series = `${code.slice(code.indexOf('-') + 1)}-${on.slice(0, 4)}`;
    const number = (this.given.get(series) ?? 0) + 1;
    this.given.set(series, number);
    return `${series}-${String(number).padStart(5, '0')}`;
  }
}
