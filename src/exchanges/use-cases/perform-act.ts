import { Injectable } from '@nestjs/common';
import { AuditTrail, Ids, Outbox, UnitOfWork, systemActor } from '../../kernel/index.js';
import type { Instant, SystemActor } from '../../kernel/index.js';
import { OrganisationDirectory, scopeOfOrganisation } from '../../organisations/index.js';
import type { CalendarAct, CalendarActOf } from '../domain/calendar/acts.js';
import type { NoticeDraft } from '../domain/calendar/notice.js';
import { CalendarActs, CalendarBook, Notices } from './calendar-ports.js';
import { CloseSlot } from './close-slot.js';
import { SettleReport } from './settle-report.js';

/** An act that is done here and not by a job. */
export type OwnAct = Exclude<CalendarAct, { kind: 'deliver' }>;

/** Does what the calendar found due; each act and its record in one transaction. */
@Injectable()
export class PerformAct {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationDirectory,
    private readonly book: CalendarBook,
    private readonly acts: CalendarActs,
    private readonly notices: Notices,
    private readonly closeSlot: CloseSlot,
    private readonly settleReport: SettleReport,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly ids: Ids,
  ) {}

  /** `actor` is the service for all. @returns false when it was done before, or has to wait */
  execute(act: OwnAct, now: Instant, actor: SystemActor): Promise<boolean> {
    switch (act.kind) {
      case 'open-month':
        return this.openMonth(act, actor);
      case 'issue-notice':
        return this.issue(act.notice, now, actor);
      case 'close-slot':
        return this.within(act.organisationId, actor, (own) =>
          this.closeSlot.execute(act.slotId, own),
        );
      case 'settle-report':
        return this.within(act.organisationId, actor, (own) =>
          this.settleReport.execute(act.fileId, own),
        );
      case 'supplement':
        return this.within(act.organisationId, actor, (own) => this.supplement(act, own));
      case 'end-deliveries':
        return this.technical(actor, async () => this.record(await this.operatorId(), act));
      case 'expire-file':
        return this.technical(actor, () => this.expire(act, now, actor));
    }
  }

  private openMonth(act: CalendarActOf<'open-month'>, actor: SystemActor): Promise<boolean> {
    return this.technical(actor, async () => {
      await this.book.openSlots(act.slots.map((slot) => ({ ...slot, id: this.ids.uuid() })));
      const isFirst = await this.record(await this.operatorId(), act);
      return isFirst || act.slots.length > 0;
    });
  }

  private issue(notice: NoticeDraft, now: Instant, actor: SystemActor): Promise<boolean> {
    return this.technical(actor, async () => {
      const id = this.ids.uuid();
      if (!(await this.notices.issue({ ...notice, id, issuedAt: now }))) return false;
      await this.outbox.publish({
        name: 'exchange-notice.issued.v1',
        organisationId: notice.organisationId,
        subjectId: id,
        payload: { kind: notice.kind },
        correlationId: actor.correlationId,
      });
      return true;
    });
  }

  private async supplement(act: CalendarActOf<'supplement'>, actor: SystemActor): Promise<boolean> {
    if (!(await this.record(act.organisationId, act))) return false;
    await this.outbox.publish({
      name: 'exchange-file.supplement.v1',
      organisationId: act.organisationId,
      subjectId: act.fileId,
      payload: {},
      correlationId: actor.correlationId,
    });
    return true;
  }

  private async expire(
    { fileId, organisationId }: CalendarActOf<'expire-file'>,
    now: Instant,
    actor: SystemActor,
  ): Promise<boolean> {
    if (!(await this.book.expire(fileId, now))) return false;
    await this.audit.record({
      actor,
      command: 'mailbox.expire',
      resource: { type: 'mailbox-file', id: fileId },
      organisationId,
      effectiveOn: null,
      result: 'done',
    });
    return true;
  }

  private record(
    organisationId: string,
    { key, at: dueAt }: { key: string; at: Instant },
  ): Promise<boolean> {
    return this.acts.record({ organisationId, key, dueAt });
  }

  private async operatorId(): Promise<string> {
    const operator = await this.organisations.byCode('NATIONAL');
    if (!operator) throw new Error('the facts were read for the one who runs the service');
    return operator.id;
  }

  private technical<T>(actor: SystemActor, work: () => Promise<T>): Promise<T> {
    return this.unitOfWork.run(actor, work, { lens: 'technical' });
  }

  /** The service acting for one organisation, in its scope. */
  private async within<T>(
    organisationId: string,
    { task, correlationId }: SystemActor,
    work: (own: SystemActor) => Promise<T>,
  ): Promise<T> {
    const organisation = await this.organisations.byId(organisationId);
    if (!organisation) throw new Error('an organisation is never deleted');
    const own = systemActor(task, scopeOfOrganisation(organisation), correlationId);
    return this.unitOfWork.run(own, () => work(own));
  }
}
