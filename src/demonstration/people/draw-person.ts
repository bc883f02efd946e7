import { addDays, addMonthsToDate, type LocalDate } from '../../kernel/index.js';
import { parseBirthDate, type PersonDetails, type Sex } from '../../people/index.js';
import type { SeededRandom } from '../seeded-random.js';
import type { Home } from './homes.js';
import { FAMILY_NAMES, FIRST_NAMES } from './names.js';

const STREETS = [
  'rue des Manguiers',
  'chemin Cœur-de-Vache',
  'allée des Flamboyants',
  'rue du Général-de-Gaulle',
  'impasse de l’Église',
  'rue Ève-Préval',
  'boulevard de la Forêt',
  'lotissement Les Hibiscus',
];

/** Of age and young enough for the scheme on the day of the referral: 18 to 24. */
const AGES = { from: 18, to: 24 } as const;

/** What a person is drawn for. */
export interface Occasion {
  readonly random: SeededRandom;
  readonly home: Home;
  readonly referredOn: LocalDate;
  /** Number in the mission locale's software; none outside i-milo. */
  readonly imiloId: string | null;
}

/** Invents somebody who lives where the mission locale works. */
export function drawPerson({ random, home, referredOn, imiloId }: Occasion): PersonDetails {
  const sex = random.weighted<Sex>([
    ['M', 55],
    ['F', 44],
    ['I', 1],
  ]);
  const firstNames = drawFirstNames(random, sex);
  const birthName = drawFamilyName(random, home);
  const commune = random.pick(home.communes);
  return {
    imiloId,
    identity: {
      birthName,
      usageName: random.chance(0.04) ? drawFamilyName(random, home) : null,
      firstNames,
      sex,
      birthDate: drawBirthDate(random, referredOn),
      birthPlaceCode: drawBirthPlace(random, home),
      birthPlaceLabel: null,
    },
    contact: {
      phone: random.chance(0.93) ? drawPhone(random, home) : null,
      email: random.chance(0.6) ? emailOf(firstNames[0] ?? '', birthName) : null,
      street: `${random.between(1, 180)} ${random.pick(STREETS)}`,
      addressComplement: random.chance(0.1) ? `Bâtiment ${random.pick(['A', 'B', 'C'])}` : null,
      postalCode: commune.postalCode,
      communeCode: commune.code,
      priorityDistrict: null,
    },
  };
}

function drawFamilyName(random: SeededRandom, { region }: Home): string {
  const home = random.chance(0.85) ? region : 'hexagone';
  return random.pick(FAMILY_NAMES[home]);
}

function drawFirstNames(random: SeededRandom, sex: Sex): readonly string[] {
  const list = FIRST_NAMES[sex === 'I' ? random.pick(['F', 'M'] as const) : sex];
  const count = random.weighted([
    [1, 60],
    [2, 30],
    [3, 10],
  ]);
  const names = new Set<string>();
  while (names.size < count) names.add(random.pick(list));
  return [...names];
}

function drawBirthDate(random: SeededRandom, referredOn: LocalDate) {
  const age = random.between(AGES.from, AGES.to);
  const day = addDays(addMonthsToDate(referredOn, -12 * age), -random.between(1, 360));
  const birthDate = parseBirthDate(day);
  if (birthDate === undefined) throw new Error('a real day is a day of birth');
  return birthDate;
}

function drawBirthPlace(random: SeededRandom, home: Home): string {
  return random.chance(0.1)
    ? random.pick(home.birthCountries)
    : random.pick(home.communes.map(({ code }) => code));
}

function drawPhone(random: SeededRandom, { phonePrefix, phoneDigits }: Home): string {
  return phonePrefix + Array.from({ length: phoneDigits }, () => random.between(0, 9)).join('');
}

/** Under a domain that exists nowhere (RFC 2606). */
function emailOf(firstName: string, birthName: string): string {
  const plain = `${firstName}.${birthName}`
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/[^a-z.]/g, '');
  return `${plain}@courriel.invalid`;
}
