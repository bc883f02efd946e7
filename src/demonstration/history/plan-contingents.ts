import {
  addDays,
  addMonths,
  daysBetween,
  firstDay,
  monthOf,
  nextWorkingDay,
  partsOf,
  type LocalDate,
  type Month,
} from '../../kernel/index.js';
import { SeededRandom } from '../seeded-random.js';
import { INTAKES, membersOf, type Intake } from './contingent-members.js';
import type { HistoryInput, NamedOutline } from './plan-history.js';

/** Every second month a unit takes in a group. */
const MONTHS_OF_INTAKE: readonly number[] = [2, 4, 6, 8, 10, 12];
/** Days before the incorporation on which candidates are referred: all are decided on by then. */
const REFERRED = { from: 75, to: 26 } as const;
/** Who is referred so long before may wait as long as anybody for an answer. */
const AT_EASE_DAYS = 50;
/** The groups of the next months are being referred today. */
const MONTHS_AHEAD = 3;

/** Groups referred to one unit, taken in on one day; none begins before the history does. */
export function contingentCases(input: HistoryInput): NamedOutline[] {
  const start = addMonths(monthOf(input.today), 1 - input.months);
  return Array.from({ length: input.months + MONTHS_AHEAD }, (_, at) => addMonths(start, at))
    .filter((month) => MONTHS_OF_INTAKE.includes(partsOf(firstDay(month)).month))
    .flatMap((month) => INTAKES.flatMap((intake) => casesOf(input, intake, month, firstDay(start))))
    .filter(({ referredOn }) => referredOn < input.today);
}

function casesOf(
  { units, missionsLocales }: HistoryInput,
  intake: Intake,
  month: Month,
  start: LocalDate,
): NamedOutline[] {
  const unit = units.find(({ code }) => code === intake.unit);
  const referring = missionsLocales.filter(({ code }) => intake.missionsLocales.includes(code));
  if (!unit || referring.length === 0) return [];
  const incorporatesOn = nextWorkingDay(unit.territory, firstDay(month));
  const days = daysOfReferral(incorporatesOn, start);
  if (days.length === 0) return [];
  return membersOf(intake, month, incorporatesOn).map(({ story, member }, index) => {
    const name = `${unit.code} ${month} ${index}`;
    const random = new SeededRandom(name);
    const missionLocale = random.pick(referring);
    const referredOn = nextWorkingDay(missionLocale.territory, random.pick(days));
    const isAtEase = daysBetween(referredOn, incorporatesOn) >= AT_EASE_DAYS;
    const pace = isAtEase ? 'usual' : 'brisk';
    return { name, missionLocale, unit, referredOn, story, pace, member };
  });
}

function daysOfReferral(incorporatesOn: LocalDate, start: LocalDate): LocalDate[] {
  return Array.from({ length: REFERRED.from - REFERRED.to + 1 }, (_, at) =>
    addDays(incorporatesOn, at - REFERRED.from),
  ).filter((day) => day >= start);
}
