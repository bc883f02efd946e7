import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Actor, type LocalDate } from '../../kernel/index.js';
import { commandOf, ReturnPlaces, type SaidAnswer } from '../../returns/index.js';
import { decideDirect, type DirectRequest } from '../domain/decide-direct.js';
import type { DirectApplicant } from '../domain/direct-applicant.js';
import {
  DirectApplicantInvalid,
  DirectApplicantNotFound,
  DirectApplicantRefused,
} from '../domain/errors.js';
import { DirectChanges } from './direct-changes.js';
import { PlaceApplicants } from './place-applicants.js';
import { DirectApplicants } from './ports.js';
import { UNKNOWN_MISSION_LOCALE } from './record-applicant.js';

/** An answer as it was given; of today when no day is told. */
export type AnswerInput = Pick<SaidAnswer, 'code'> & { readonly contactedOn: LocalDate | null };

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
  answer(id: string, { code, contactedOn }: AnswerInput, actor: Actor): Promise<DirectApplicant> {
    return this.run(id, actor, async (applicant, today) => {
      const answer = { code, contactedOn: contactedOn ?? today };
      if (answer.contactedOn > today) throw new DirectApplicantInvalid([FUTURE]);
      return { ...(await this.bookOf(applicant)), command: commandOf(code), answer };
    });
  }

  /** Chooses where the commune does not. */
  assign(id: string, code: string, actor: Actor): Promise<DirectApplicant> {
    return this.run(id, actor, async (applicant, today) => {
      const { agreement, unitId } = applicant;
      const choice = { code, hasAgreed: agreement !== null, unitId };
      const placed = await this.placing.place(applicant, choice, today);
      if (!placed) throw new DirectApplicantInvalid([UNKNOWN_MISSION_LOCALE]);
      const { missionLocaleId } = placed;
      return { ...(await this.bookOf({ unitId, missionLocaleId })), command: 'assign', placed };
    });
  }

  /** What takes no value. */
  simple(id: string, command: 'reopen' | 'withdraw', actor: Actor): Promise<DirectApplicant> {
    return this.run(id, actor, async (applicant) => ({
      ...(await this.bookOf(applicant)),
      command,
    }));
  }

  private run(
    id: string,
    actor: Actor,
    prepare: (
      applicant: DirectApplicant,
      today: LocalDate,
    ) => Promise<Pick<DirectRequest, 'command' | 'book' | 'placed' | 'answer'>>,
  ): Promise<DirectApplicant> {
    return this.unitOfWork.run(actor, async () => {
      const found = await this.applicants.byId(id);
      if (!found) throw new DirectApplicantNotFound();
      const { applicant } = found;
      const { today } = (await this.places.of([applicant]))(applicant);
      const decision = decideDirect({
        applicant,
        actor,
        today,
        ...(await prepare(applicant, today)),
      });
      if (!decision.ok) throw new DirectApplicantRefused(decision.refusal);
      await this.changes.write(decision.change);
      return decision.change.after;
    });
  }

  private async bookOf(inCharge: Pick<DirectApplicant, 'unitId' | 'missionLocaleId'>) {
    const { book } = (await this.places.of([inCharge]))(inCharge);
    return { book };
  }
}

const FUTURE = {
  pointer: '/contactedOn',
  code: 'DATE_FUTURE',
  detail: 'Ce jour n’est pas encore venu.',
};
