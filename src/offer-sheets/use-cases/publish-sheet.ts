import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  ChangedMeanwhile,
  Clock,
  Ids,
  localDateIn,
  Outbox,
  UnitOfWork,
  type Actor,
} from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { SheetInvalid, SheetNotFound } from '../domain/errors.js';
import type { OfferSheet, SheetContent } from '../domain/offer-sheet.js';
import { sheetIssues } from '../domain/sheet.rules.js';
import { OfferSheets } from './ports.js';

/** The event of a sheet that was published. */
export const SHEET_PUBLISHED = 'offer-sheet.published.v1';

/** A unit publishes what it offers, in place of what it said before, which stays in its history (F02). */
@Injectable()
export class PublishSheet {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sheets: OfferSheets,
    private readonly organisations: OrganisationDirectory,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @param readNumber of the version that was read before, 0 of none; any other is refused
   * @throws SheetInvalid, ChangedMeanwhile
   */
  async execute(content: SheetContent, actor: Actor, readNumber?: number): Promise<OfferSheet> {
    const unit = actor.organisation && (await this.organisations.byId(actor.organisation.id));
    if (unit?.kind !== 'unit') throw new SheetNotFound();
    const now = this.clock.now();
    const issues = sheetIssues(content, localDateIn(now, unit.timeZone));
    if (issues.length > 0) throw new SheetInvalid(issues);
    return this.unitOfWork.run(actor, async () => {
      const [latest = null] = await this.sheets.versionsOf(unit.id);
      const number = latest?.number ?? 0;
      if ((readNumber ?? number) !== number) throw new ChangedMeanwhile();
      const sheet: OfferSheet = {
        ...content,
        id: this.ids.uuid(),
        unitId: unit.id,
        number: number + 1,
        state: 'published',
        publishedAt: now,
        replacedAt: null,
      };
      await this.sheets.publish(sheet, latest, actor);
      await this.tell(sheet, actor);
      return sheet;
    });
  }

  private async tell({ id, unitId, number }: OfferSheet, actor: Actor): Promise<void> {
    await this.audit.record({
      actor,
      command: 'offer-sheet.publish',
      resource: { type: 'offer-sheet', id },
      organisationId: unitId,
      effectiveOn: null,
      result: 'done',
      detail: `${number}`,
    });
    await this.outbox.publish({
      name: SHEET_PUBLISHED,
      organisationId: unitId,
      subjectId: id,
      payload: { unitId },
      correlationId: actor.correlationId,
    });
  }
}
