import { localDate, partsOf, type LocalDate } from '../../kernel/index.js';

/**
 * What figures are about: a year, or its first half. They are drawn up on its last day, once it is past
 * everywhere; never in between, since each further date would tell who came since the one before.
 */
export interface Period {
  /** `2025`, `2026-S1`. */
  readonly code: string;
  readonly year: number;
  readonly isHalf: boolean;
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate;
}

/** Years that may be asked for, the one that runs not counted. */
const YEARS_BACK = 5;

/** A whole year. */
export function wholeYear(year: number): Period {
  const [firstOn, lastOn] = [localDate(year, 1, 1), localDate(year, 12, 31)];
  return { code: String(year), year, isHalf: false, firstOn, lastOn };
}

/** The first half of a year. */
export function firstHalf(year: number): Period {
  const [firstOn, lastOn] = [localDate(year, 1, 1), localDate(year, 6, 30)];
  return { code: `${year}-S1`, year, isHalf: true, firstOn, lastOn };
}

/** The periods that are over, the latest first. */
export function pastPeriods(today: LocalDate): Period[] {
  const { year } = partsOf(today);
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => year - back);
  return years
    .flatMap((one) => [wholeYear(one), firstHalf(one)])
    .filter(({ lastOn }) => lastOn < today);
}

/** The period that a code names, when it is over; nothing otherwise. */
export function pastPeriod(code: string, today: LocalDate): Period | undefined {
  return pastPeriods(today).find((period) => period.code === code);
}

/** The same period a year before. */
export function yearBefore({ year, isHalf }: Period): Period {
  return isHalf ? firstHalf(year - 1) : wholeYear(year - 1);
}

/** The cut that came before in the same year: what is shown now can be compared with it. */
export function earlierCut({ year, isHalf }: Period): Period | null {
  return isHalf ? null : firstHalf(year);
}
