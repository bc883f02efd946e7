import type { AsOf, Instant, LocalDate } from '../../kernel/index.js';
import type { DiplomaLevel, Prerequisite, SupportScheme, VolunteerType } from './code-lists.js';

/** States of a referral (contract.md 2). */
export const REFERRAL_STATES = [
  'draft',
  'submitted',
  'received',
  'decided',
  'withdrawn',
  'lapsed',
] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

/** What the mission locale prepared and tells the unit (exchange.md 7.a, ORI). */
export interface ReferralDetails {
  readonly volunteerType: VolunteerType;
  /** Code of the vocational track wished for, in the unit's own list. */
  readonly trackWish: string | null;
  readonly diplomaLevel: DiplomaLevel;
  readonly support: SupportScheme;
  readonly cejStartsOn: LocalDate | null;
  readonly cejEndsOn: LocalDate | null;
  readonly prerequisites: readonly Prerequisite[];
  /** Day on which the young person was given the information notice, before transmission. */
  readonly informedOn: LocalDate;
  readonly noticeVersion: string;
  /** Functional mailbox of the team, rather than a person's. */
  readonly referentMailbox: string | null;
}

/** What the unit answered, as everyone with a right to the file may read it: never medical. */
export interface ReferralOutcome {
  readonly code: string;
  readonly decidedOn: LocalDate;
  readonly reexaminationOn: LocalDate | null;
}

/** A mission locale refers one young person to one unit. */
export interface Referral extends ReferralDetails {
  readonly id: string;
  readonly missionLocaleId: string;
  readonly unitId: string;
  readonly personId: string;
  readonly reference: string;
  readonly state: ReferralState;
  /** Civil day of the transmission, in the mission locale's zone. */
  readonly referredOn: LocalDate | null;
  readonly submittedAt: Instant | null;
  readonly outcome: ReferralOutcome | null;
  /** Account of the adviser in charge, when a person referred. */
  readonly adviserId: string | null;
  readonly asOf: AsOf | null;
  readonly version: number;
}

/** States in which the unit still owes an answer: one such referral per young person. */
export const OPEN_STATES = ['submitted', 'received'] as const satisfies readonly ReferralState[];

/** True while the unit still owes an answer. */
export function isOpen(referral: Pick<Referral, 'state'>): boolean {
  return OPEN_STATES.some((state) => state === referral.state);
}

/** True when the two hold the same details, whatever their order of prerequisites. */
export function hasSameDetails(one: ReferralDetails, other: ReferralDetails): boolean {
  return detailsKey(one) === detailsKey(other);
}

/** The details alone. */
export function detailsOfReferral(referral: ReferralDetails): ReferralDetails {
  return {
    volunteerType: referral.volunteerType,
    trackWish: referral.trackWish,
    diplomaLevel: referral.diplomaLevel,
    support: referral.support,
    cejStartsOn: referral.cejStartsOn,
    cejEndsOn: referral.cejEndsOn,
    prerequisites: referral.prerequisites,
    informedOn: referral.informedOn,
    noticeVersion: referral.noticeVersion,
    referentMailbox: referral.referentMailbox,
  };
}

function detailsKey(details: ReferralDetails): string {
  return JSON.stringify([
    details.volunteerType,
    details.trackWish,
    details.diplomaLevel,
    details.support,
    details.cejStartsOn,
    details.cejEndsOn,
    details.prerequisites.toSorted(),
    details.informedOn,
    details.noticeVersion,
    details.referentMailbox,
  ]);
}
