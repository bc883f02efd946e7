import { Injectable } from '@nestjs/common';
import { DirectApplicants, type MailedInvitation } from '../../direct-applicants/index.js';
import {
  addDays,
  AuditTrail,
  Clock,
  Ids,
  localDateIn,
  systemActor,
  UnitOfWork,
  type SystemActor,
} from '../../kernel/index.js';
import {
  OrganisationDirectory,
  scopeOfOrganisation,
  type Organisation,
} from '../../organisations/index.js';
import { InvitationNotSent, InvitationPost } from './ports.js';

const TASK = 'invitation.send';
/** Who was invited earlier has the letter: what a file tells of long ago writes to nobody. */
const DAYS_BACK = 31;

/** What became of the invitations that waited. */
export interface InvitationsSent {
  readonly sent: number;
  /** What kept some from leaving; tried again at a later round where it may go then. */
  readonly failures: readonly unknown[];
}

/**
 * Writes to direct applicants who agreed and left an address, once for each mission locale: it is noted
 * before the message leaves, so that a crash loses one and never sends two. The letter remains.
 */
@Injectable()
export class SendInvitations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationDirectory,
    private readonly applicants: DirectApplicants,
    private readonly audit: AuditTrail,
    private readonly post: InvitationPost,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async execute(signal: AbortSignal): Promise<InvitationsSent> {
    const correlationId = this.ids.uuid();
    const failures: unknown[] = [];
    let sent = 0;
    for (const unit of await this.organisations.all('unit')) {
      const actor = systemActor(TASK, scopeOfOrganisation(unit), correlationId);
      for (const invitation of await this.take(unit, actor)) {
        // What was noted and is not sent is given back, also when the service stops.
        const failure = signal.aborted ? new Error('stopped') : await this.send(invitation);
        if (failure === null) sent += 1;
        else {
          failures.push(failure, ...(await this.givenBack(invitation, failure, actor)));
        }
      }
    }
    return { sent, failures };
  }

  /** @returns what went wrong with it: the others of the round still go */
  private async givenBack(
    { id }: MailedInvitation,
    failure: unknown,
    actor: SystemActor,
  ): Promise<unknown[]> {
    if (failure instanceof InvitationNotSent && !failure.mayGoLater) return [];
    try {
      await this.unitOfWork.run(actor, () => this.applicants.unmail(id));
      return [];
    } catch (error) {
      return [error];
    }
  }

  private take(unit: Organisation, actor: SystemActor): Promise<MailedInvitation[]> {
    const today = localDateIn(this.clock.now(), unit.timeZone);
    return this.unitOfWork.run(actor, async () => {
      const taken = await this.applicants.takeUnmailed(unit.id, addDays(today, -DAYS_BACK));
      await this.audit.recordAll(
        taken.map(({ id }) => ({
          actor,
          command: 'direct-applicant.mail',
          resource: { type: 'direct-applicant', id },
          organisationId: unit.id,
          effectiveOn: today,
          result: 'done' as const,
        })),
      );
      return taken;
    });
  }

  private async send(invitation: MailedInvitation): Promise<unknown> {
    const missionLocale = await this.organisations.byId(invitation.missionLocaleId);
    if (!missionLocale) return new Error('no such mission locale');
    try {
      const contact = await this.organisations.contactOf(missionLocale.id);
      await this.post.send({ ...invitation, missionLocale: missionLocale.usualName, contact });
      return null;
    } catch (error) {
      return error;
    }
  }
}
