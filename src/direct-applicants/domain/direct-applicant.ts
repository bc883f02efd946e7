import type { LocalDate } from '../../kernel/index.js';
import type { AgeBand, DirectOutcome } from './code-lists.js';

/**
 * Where the invitation of a direct applicant stands. `invited`: the letter was given and nothing else
 * passes; `announced`: the mission locale knows whom to expect, because the young person agreed.
 */
export const DIRECT_STATES = [
  'to-assign',
  'outside-network',
  'invited',
  'announced',
  'answered',
  'withdrawn',
] as const;
export type DirectState = (typeof DIRECT_STATES)[number];

/** What the mission locale said last: a code of the answers to a return, and of which day. */
export interface DirectAnswer {
  readonly code: string;
  readonly contactedOn: LocalDate;
}

/** Who the young person is and how to reach them: what flow DIR carries with an agreement (exchange.md 7.a). */
export interface DirectIdentity {
  readonly birthName: string;
  readonly usageName: string | null;
  readonly firstNames: readonly string[];
  readonly sex: string | null;
  /** As civil status knows it: `YYYY-MM-DD`, or `00` for a day, or a month and a day, unknown. */
  readonly birthDate: string;
  /** Commune, country `99xxx`, or `99999` unknown. */
  readonly birthPlaceCode: string | null;
  readonly birthPlaceLabel: string | null;
  readonly street: string | null;
  readonly addressComplement: string | null;
  readonly postalCode: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly priorityDistrict: string | null;
  /** The unit's own test of school level. */
  readonly assessedLevel: string | null;
}

/** The recorded agreement of the young person, with what it lets pass. */
export interface Agreement {
  readonly agreedOn: LocalDate;
  readonly identity: DirectIdentity;
}

/** Somebody who applied to a unit on their own and was not taken, invited to a mission locale (F08, F09). */
export interface DirectApplicant {
  readonly id: string;
  readonly unitId: string;
  readonly unitFileNumber: string;
  /** Commune of the COG, country `99xxx`, or `99999` of whom no residence is known. */
  readonly residenceCode: string;
  readonly ageBand: AgeBand;
  readonly decidedOn: LocalDate;
  readonly invitedOn: LocalDate;
  readonly outcome: DirectOutcome;
  /** Null without agreement: nothing of the identity is kept then. */
  readonly agreement: Agreement | null;
  /** Null while nobody chose, and outside of the network. */
  readonly missionLocaleId: string | null;
  readonly state: DirectState;
  readonly stateOn: LocalDate;
  readonly answer: DirectAnswer | null;
  /** How often the mission locale tried without reaching anybody. */
  readonly attempts: number;
  /** The day by which the mission locale answers, or the unit chooses one; null when nothing is asked. */
  readonly dueOn: LocalDate | null;
  /** The day on which a person or a program last said it; null of whom only files spoke. */
  readonly saidOn: LocalDate | null;
  readonly version: number;
}

/** What the unit says of an applicant, and may say anew. */
export type SaidApplicant = Pick<
  DirectApplicant,
  'residenceCode' | 'ageBand' | 'decidedOn' | 'invitedOn' | 'outcome' | 'agreement'
>;
