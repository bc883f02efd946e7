import { ageOn, localDate, parseLocalDate } from '../../kernel/index.js';
import type { LocalDate } from '../../kernel/index.js';
import { latestBirth } from '../../people/index.js';
import type { BirthDate } from '../../people/index.js';

const POSSIBLE = { from: 14, to: 35 };
const WITHIN_SCHEME = { from: 16, to: 26 };

/** False when no reading of the birth date gives 14 to 35 years (exchange.md 6.5 #81). */
export function isAgePossible(birth: BirthDate, on: LocalDate): boolean {
  return mayBeBetween(POSSIBLE, birth, on);
}

/**
 * False when the age is possible and yet outside that of the scheme, 16 to 26 years (domain.md 2.1). An
 * impossible age is another fault, said once.
 */
export function isAgeWithinScheme(birth: BirthDate, on: LocalDate): boolean {
  return !isAgePossible(birth, on) || mayBeBetween(WITHIN_SCHEME, birth, on);
}

function mayBeBetween(
  limits: { from: number; to: number },
  birth: BirthDate,
  on: LocalDate,
): boolean {
  const day = parseLocalDate(birth);
  const oldest = ageOn(day ?? earliestBirth(birth), on);
  const youngest = ageOn(day ?? latestBirth(birth), on);
  return oldest >= limits.from && youngest <= limits.to;
}

/** The first day on which someone with a partial birth date may have been born. */
function earliestBirth(birth: BirthDate): LocalDate {
  const [year, month, day] = birth.replaceAll('-00', '-01').split('-').map(Number);
  return localDate(year ?? 0, month ?? 0, day ?? 0);
}
