import { Injectable } from '@nestjs/common';
import { Ids, UnitOfWork, type Actor, type LocalDate } from '../../kernel/index.js';
import { ReturnPlaces } from '../../returns/index.js';
import { applicantIssues } from '../domain/applicant-issues.rules.js';
import { decideDirect } from '../domain/decide-direct.js';
import type { DirectApplicant, SaidApplicant } from '../domain/direct-applicant.js';
import { DirectApplicantInvalid, directRefusal } from '../domain/errors.js';
import { mergeAgreement, type SaidAnew } from '../domain/merge-said.rules.js';
import { DirectChanges } from './direct-changes.js';
import { invitationTimes } from './invitation-times.js';
import { PlaceApplicants } from './place-applicants.js';

/** The mission locale that the unit chose; null leaves it to the commune. */
interface Choice {
  readonly missionLocaleCode: string | null;
}

/** What a unit says of somebody whom it did not take; what was left out is of today. */
export type RecordInput = Choice &
  Omit<SaidApplicant, 'invitedOn' | 'agreement'> &
  Pick<SaidAnew, 'agreedOn' | 'identity'> &
  Pick<DirectApplicant, 'unitFileNumber'> & { readonly invitedOn: LocalDate | null };

/** What it says anew of somebody known; what is left out stays. */
export type CorrectionInput = Choice & SaidAnew;

/** A unit records a direct applicant whom it did not take, and learns where to invite them (F08). */
@Injectable()
export class RecordApplicant {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly placing: PlaceApplicants,
    private readonly places: ReturnPlaces,
    private readonly changes: DirectChanges,
    private readonly ids: Ids,
  ) {}

  /** @throws DirectApplicantInvalid, DirectApplicantKnown */
  execute(
    { missionLocaleCode: code, agreedOn, identity, ...facts }: RecordInput,
    unitId: string,
    actor: Actor,
  ): Promise<DirectApplicant> {
    return this.unitOfWork.run(actor, async () => {
      const own = { unitId, missionLocaleId: null };
      const { today } = (await this.places.of([own]))(own);
      const merged = mergeAgreement(null, { agreedOn, identity: identity ?? undefined }, false);
      if (!merged.isRight) throw new DirectApplicantInvalid(merged.issues);
      const { agreement } = merged;
      const said = { ...facts, agreement, invitedOn: facts.invitedOn ?? today };
      checkSaid(said, today, this.placing);
      const choice = { code, hasAgreed: agreement !== null, unitId };
      const placed = await this.placing.place(said, choice, today);
      if (!placed) throw new DirectApplicantInvalid([UNKNOWN_MISSION_LOCALE]);
      const inCharge = { unitId, missionLocaleId: placed.missionLocaleId };
      const { book } = (await this.places.of([inCharge]))(inCharge);
      const applicant = {
        ...BLANK_APPLICANT,
        ...said,
        id: this.ids.uuid(),
        unitId,
        stateOn: said.invitedOn,
      };
      const times = invitationTimes(book, today);
      const decision = decideDirect({ applicant, command: 'record', actor, today, times, placed });
      if (!decision.ok) throw directRefusal(decision.refusal);
      await this.changes.write([decision.change]);
      return decision.change.after;
    });
  }
}

/** Before anything is said of somebody. */
export const BLANK_APPLICANT = {
  missionLocaleId: null,
  state: 'to-assign',
  answer: null,
  attempts: 0,
  dueOn: null,
  saidOn: null,
  version: 0,
} as const;

/** @throws DirectApplicantInvalid when something of it does not hold */
export function checkSaid(said: SaidApplicant, today: LocalDate, placing: PlaceApplicants): void {
  const issues = applicantIssues(said, today);
  if (!placing.isResidence(said.residenceCode)) issues.push(UNKNOWN_RESIDENCE);
  if (issues.length > 0) throw new DirectApplicantInvalid(issues);
}

const UNKNOWN_RESIDENCE = {
  pointer: '/residenceCode',
  code: 'CODE_INCONNU',
  detail: 'Ce code n’est ni celui d’une commune, ni celui d’un pays. Inconnu se dit 99999.',
};

/** Said on the field of whoever chose, or whose commune leads to a mission locale that closed. */
export const UNKNOWN_MISSION_LOCALE = {
  pointer: '/missionLocale',
  code: 'CODE_INCONNU',
  detail: 'Aucune mission locale en activité ne porte ce code.',
};
