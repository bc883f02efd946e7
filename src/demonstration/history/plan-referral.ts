import {
  addDays,
  addMonthsToDate,
  instantAt,
  referralReference,
  type LocalDate,
} from '../../kernel/index.js';
import type { Organisation } from '../../organisations/index.js';
import type { Referral, ReferralDetails } from '../../referrals/index.js';
import { drawPerson } from '../people/draw-person.js';
import type { Home } from '../people/homes.js';
import { namedUuid } from '../seeded-ids.js';
import { SeededRandom } from '../seeded-random.js';
import type { Member, PlannedCase, Story } from './planned-case.js';
import { planSteps, type Pace } from './plan-steps.js';

const ALPHABET = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const NOTICE = '1';

/** What a case is written from. */
export interface CaseOutline {
  /** Names the case: the same name gives the same case. */
  readonly name: string;
  readonly number: number;
  readonly missionLocale: Organisation;
  readonly unit: Organisation;
  readonly home: Home;
  readonly adviserId: string | null;
  readonly referredOn: LocalDate;
  readonly until: LocalDate;
  readonly story: Story;
  readonly pace: Pace;
  readonly unitFileNumber: string;
  /** Null of who came alone. */
  readonly member: Member | null;
}

/** Writes one case out: who, when, what for, and what became of it. */
export function planCase(outline: CaseOutline): PlannedCase {
  const { name, missionLocale, unit, home, referredOn, story } = outline;
  const random = new SeededRandom(name);
  const imiloId = missionLocale.territory === 'NC' ? null : String(88_100_000 + outline.number);
  const person = drawPerson({ random, home, referredOn, imiloId });
  const personId = namedUuid(`${name} person`);
  const at = instantAt(referredOn, timeOfDay(random), missionLocale.timeZone);
  return {
    missionLocale,
    unit,
    person: { ...person, id: personId },
    draft: draftOf(outline, personId, random),
    candidacyId: namedUuid(`${name} candidacy`),
    submitted: story === 'draft' ? null : { on: referredOn, at },
    steps: planSteps({ ...outline, random }),
    member: outline.member,
  };
}

function timeOfDay(random: SeededRandom): `${string}:${string}` {
  const [hour, minute] = [random.between(8, 16), random.between(0, 59)];
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function draftOf(outline: CaseOutline, personId: string, random: SeededRandom): Referral {
  const { name, missionLocale, unit, referredOn, adviserId } = outline;
  const body = Array.from({ length: 8 }, () => random.pick(ALPHABET)).join('');
  return {
    ...drawDetails(random, outline),
    id: namedUuid(`${name} referral`),
    missionLocaleId: missionLocale.id,
    unitId: unit.id,
    personId,
    reference: referralReference(Number(referredOn.slice(0, 4)), body),
    state: 'draft',
    referredOn: null,
    submittedAt: null,
    outcome: null,
    adviserId,
    asOf: { on: referredOn, sequence: 0, line: 0 },
    version: 1,
  };
}

function drawDetails(
  random: SeededRandom,
  { referredOn, missionLocale }: CaseOutline,
): ReferralDetails {
  const support = random.weighted([
    ['CEJ', 60],
    ['PACEA', 25],
    ['AUTRE', 5],
    ['AUCUN', 10],
  ] as const);
  const cejStartsOn = support === 'CEJ' ? addDays(referredOn, -random.between(10, 200)) : null;
  return {
    volunteerType: random.weighted([
      ['VS', 80],
      ['VT', 15],
      ['VE', 5],
    ] as const),
    trackWish: null,
    diplomaLevel: random.weighted([
      ['INFRA3_VI', 20],
      ['INFRA3_VBIS', 35],
      ['N3', 25],
      ['N4', 15],
      ['NON_CONNU', 5],
    ] as const),
    support,
    cejStartsOn,
    cejEndsOn: cejStartsOn && addDays(addMonthsToDate(cejStartsOn, 12), -1),
    prerequisites: drawPrerequisites(random),
    informedOn: addDays(referredOn, -random.between(0, 12)),
    noticeVersion: NOTICE,
    referentMailbox: random.chance(0.3)
      ? `orientation.${missionLocale.code.toLowerCase()}@ml.invalid`
      : null,
  };
}

function drawPrerequisites(random: SeededRandom): ReferralDetails['prerequisites'] {
  const likely = [
    ['SEANCE_INFORMATION', 0.8],
    ['JDC_A_JOUR', 0.9],
    ['PIECES_COMPLETES', 0.6],
    ['PROJET_VALIDE', 0.5],
    ['MOBILITE', 0.4],
    ['PERMIS_EN_COURS', 0.1],
    ['CERTIFICAT_SPORT', 0.3],
  ] as const;
  return likely.flatMap(([code, probability]) => (random.chance(probability) ? [code] : []));
}
