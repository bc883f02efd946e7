import type { CandidacyCommand, OutcomeCode, OutcomeInput } from '../../candidacies/index.js';
import type { Instant, LocalDate } from '../../kernel/index.js';
import type { Organisation } from '../../organisations/index.js';
import type { PersonDetails } from '../../people/index.js';
import type { Referral } from '../../referrals/index.js';
import type { ExitSituation } from '../../volunteers/index.js';

/** What the unit does, one day. */
export interface UnitStep {
  readonly side: 'unit';
  readonly command: CandidacyCommand;
  readonly on: LocalDate;
  readonly unitFileNumber?: string;
  readonly outcome?: OutcomeInput;
}

/** What the mission locale does, one day. */
export interface MissionLocaleStep {
  readonly side: 'mission-locale';
  readonly command: 'withdraw' | 'lapse';
  readonly on: LocalDate;
}

export type PlannedStep = UnitStep | MissionLocaleStep;

/** What is planned of somebody who came with a contingent: a group that one unit takes in on one day. */
export interface Member {
  readonly incorporatesOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly outcome: OutcomeCode;
  readonly assessedLevel: OutcomeInput['assessedLevel'];
  readonly end: 'at-term' | 'in-probation' | 'early';
  /** At the end of the contract. */
  readonly situation: ExitSituation;
}

/** One young person's way, from the referral to where it stands today. */
export interface PlannedCase {
  readonly missionLocale: Organisation;
  readonly unit: Organisation;
  readonly person: PersonDetails & { readonly id: string };
  /** As it is before it is submitted. */
  readonly draft: Referral;
  readonly candidacyId: string;
  /** When it is handed over; `null` keeps a draft. */
  readonly submitted: { readonly on: LocalDate; readonly at: Instant } | null;
  readonly steps: readonly PlannedStep[];
  /** Null of who came alone. */
  readonly member: Member | null;
}

/** How a case ends, or where it stands. */
export type Story =
  | 'draft'
  | 'waiting'
  | 'under-way'
  | 'withdrawn'
  | 'unanswered'
  | 'closed'
  | 'decided'
  | 'selected'
  | 'reopened';
