import { Injectable } from '@nestjs/common';
import { actingRole, availableCommands, type Actor } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import type { OrganisationName } from '../../referrals/index.js';
import { directApplicantMachine } from '../domain/direct-applicant.machine.js';
import type { DirectApplicant } from '../domain/direct-applicant.js';
import { PlaceApplicants } from '../use-cases/place-applicants.js';
import type { ListedApplicant } from '../use-cases/ports.js';
import type { DirectApplicantView } from './direct-applicant.view.js';

/** Turns direct applicants into what the API answers; runs inside the unit of work that read them. */
@Injectable()
export class DirectApplicantPresenter {
  constructor(
    private readonly organisations: OrganisationDirectory,
    private readonly placing: PlaceApplicants,
  ) {}

  /** One view per applicant, in order. */
  views(items: readonly ListedApplicant[], actor: Actor): Promise<DirectApplicantView[]> {
    return Promise.all(items.map((item) => this.view(item, actor)));
  }

  async view(
    { applicant, createdAt }: ListedApplicant,
    actor: Actor,
  ): Promise<DirectApplicantView> {
    const { agreement, missionLocaleId, answer } = applicant;
    return {
      id: applicant.id,
      version: applicant.version,
      unit: await this.nameOf(applicant.unitId),
      unitFileNumber: applicant.unitFileNumber,
      state: applicant.state,
      stateOn: applicant.stateOn,
      residenceCode: applicant.residenceCode,
      ageBand: applicant.ageBand,
      outcome: applicant.outcome,
      decidedOn: applicant.decidedOn,
      invitedOn: applicant.invitedOn,
      agreedOn: agreement?.agreedOn ?? null,
      youngPerson: agreement && { ...agreement.identity },
      missionLocale: missionLocaleId === null ? null : await this.nameOf(missionLocaleId),
      candidates: await this.candidatesOf(applicant),
      answer,
      attempts: applicant.attempts,
      dueOn: applicant.dueOn,
      // Attempts are counted when the answer is given: a code is not known yet.
      availableCommands: availableCommands(directApplicantMachine, applicant, actingRole(actor), {
        attemptsNeeded: 0,
        isUnreachable: false,
      }).filter((command) => command !== 'record' && command !== 'restate'),
      createdAt,
    };
  }

  private async candidatesOf(applicant: DirectApplicant): Promise<OrganisationName[]> {
    if (applicant.state !== 'to-assign') return [];
    const routing = await this.placing.routingOf(applicant);
    const codes = routing && 'candidates' in routing ? routing.candidates : [];
    const found = await Promise.all(codes.map((code) => this.organisations.byCode(code)));
    return found.flatMap((one) => (one ? [{ code: one.code, name: one.usualName }] : []));
  }

  private async nameOf(id: string): Promise<OrganisationName> {
    const organisation = await this.organisations.byId(id);
    return { code: organisation?.code ?? '', name: organisation?.usualName ?? '' };
  }
}
