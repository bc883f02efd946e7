import { Injectable } from '@nestjs/common';
import { ChangedMeanwhile, UnitOfWork, type Actor, type LocalDate } from '../../kernel/index.js';
import { commandOf, ReturnPlaces, UNREACHABLE, type SaidAnswer } from '../../returns/index.js';
import { decideDirect, type DirectRequest, type InvitationTimes } from '../domain/decide-direct.js';
import type { DirectApplicant } from '../domain/direct-applicant.js';
import {
  DirectApplicantInvalid,
  DirectApplicantNotFound,
  directRefusal,
} from '../domain/errors.js';
import { mergeSaid } from '../domain/merge-said.rules.js';
import { DirectChanges } from './direct-changes.js';
import { invitationTimes } from './invitation-times.js';
import { PlaceApplicants } from './place-applicants.js';
import { DirectApplicants } from './ports.js';
import { checkSaid, UNKNOWN_MISSION_LOCALE, type CorrectionInput } from './record-applicant.js';

/** An answer as it was given; of today when no day is told. */
export type AnswerInput = Pick<SaidAnswer, 'code'> & { readonly contactedOn: LocalDate | null };

/** Who asks, and what was read before deciding. */
export interface DirectAsk {
  readonly actor: Actor;
  /** The version that was read; any other is refused. Nothing is checked of who does not say it. */
  readonly expectedVersion?: number | undefined;
}

/** The unit chooses a mission locale or withdraws; the mission locale tries, answers or takes it back. */
@Injectable()
export class RunDirectCommand {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applicants: DirectApplicants,
    private readonly placing: PlaceApplicants,
    private readonly places: ReturnPlaces,
    private readonly changes: DirectChanges,
  ) {}

  /** The code decides which command it is, as for a return. */
  answer(id: string, { code, contactedOn }: AnswerInput, ask: DirectAsk): Promise<DirectApplicant> {
    return this.run(id, ask, async (applicant, today) => {
      const answer = { code, contactedOn: contactedOn ?? today };
      if (answer.contactedOn > today) throw new DirectApplicantInvalid([FUTURE]);
      const times = await this.timesOf(applicant, today, answer.contactedOn);
      const isUnreachable = code === UNREACHABLE;
      return { times, command: commandOf(code), answer, isUnreachable };
    });
  }

  /** The unit says anew what it said, or records an agreement that came later; the rest stays. */
  correct(
    id: string,
    { missionLocaleCode: code, ...input }: CorrectionInput,
    ask: DirectAsk,
  ): Promise<DirectApplicant> {
    return this.run(id, ask, async (applicant, today) => {
      const merged = mergeSaid(applicant, input);
      if (!merged.isRight) throw new DirectApplicantInvalid(merged.issues);
      const { said } = merged;
      checkSaid(said, today, this.placing);
      const placed = await this.placing.placeAgain(applicant, said, code, today);
      if (!placed) throw new DirectApplicantInvalid([UNKNOWN_MISSION_LOCALE]);
      const { missionLocaleId } = placed;
      const times = await this.timesOf({ unitId: applicant.unitId, missionLocaleId }, today);
      return { times, command: 'correct', placed, said };
    });
  }

  /** Chooses where the commune does not. */
  assign(id: string, code: string, ask: DirectAsk): Promise<DirectApplicant> {
    return this.run(id, ask, async (applicant, today) => {
      const { agreement, unitId } = applicant;
      const choice = { code, hasAgreed: agreement !== null, unitId };
      const placed = await this.placing.place(applicant, choice, today);
      if (!placed) throw new DirectApplicantInvalid([UNKNOWN_MISSION_LOCALE]);
      const { missionLocaleId } = placed;
      const times = await this.timesOf({ unitId, missionLocaleId }, today);
      return { times, command: 'assign', placed };
    });
  }

  /** What takes no value. */
  simple(id: string, command: 'reopen' | 'withdraw', ask: DirectAsk): Promise<DirectApplicant> {
    return this.run(id, ask, async (applicant, today) => ({
      times: await this.timesOf(applicant, today),
      command,
    }));
  }

  /** @throws ChangedMeanwhile when another version was read */
  private run(
    id: string,
    { actor, expectedVersion }: DirectAsk,
    prepare: (
      applicant: DirectApplicant,
      today: LocalDate,
    ) => Promise<Omit<DirectRequest, 'applicant' | 'actor' | 'today'>>,
  ): Promise<DirectApplicant> {
    return this.unitOfWork.run(actor, async () => {
      const found = await this.applicants.byId(id);
      if (!found) throw new DirectApplicantNotFound();
      const { applicant } = found;
      if ((expectedVersion ?? applicant.version) !== applicant.version)
        throw new ChangedMeanwhile();
      const { today } = (await this.places.of([applicant]))(applicant);
      const decision = decideDirect({
        applicant,
        actor,
        today,
        ...(await prepare(applicant, today)),
      });
      if (!decision.ok) throw directRefusal(decision.refusal);
      await this.changes.write([decision.change]);
      return decision.change.after;
    });
  }

  private async timesOf(
    inCharge: Pick<DirectApplicant, 'unitId' | 'missionLocaleId'>,
    today: LocalDate,
    contactedOn?: LocalDate,
  ): Promise<InvitationTimes> {
    const { book } = (await this.places.of([inCharge]))(inCharge);
    return invitationTimes(book, today, contactedOn);
  }
}

const FUTURE = {
  pointer: '/contactedOn',
  code: 'DATE_FUTURE',
  detail: 'Ce jour n’est pas encore venu.',
};
