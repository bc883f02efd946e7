import { Injectable } from '@nestjs/common';
import { addMillis, Clock, type Instant } from '../../../kernel/index.js';
import { DirectApplicants } from '../../../direct-applicants/index.js';
import { OrganisationDirectory, type Organisation } from '../../../organisations/index.js';
import { People } from '../../../people/index.js';
import { Returns } from '../../../returns/index.js';
import { FlowDelivery, type DeliverableRow } from '../../use-cases/flow-ports.js';
import { ChangedRecords, SETTLED_AFTER } from '../../use-cases/mailbox-ports.js';
import { invitationRows } from './invitation-rows.js';
import type { PRISES_EN_CHARGE } from './flow.js';
import { rowOfReturn } from './row-of-return.js';

/** PEC to a unit: what the missions locales said of those who left it or whom it did not take, as it is now. */
@Injectable()
export class DeliverPrisesEnCharge extends FlowDelivery<typeof PRISES_EN_CHARGE> {
  constructor(
    private readonly changed: ChangedRecords,
    private readonly returns: Returns,
    private readonly people: People,
    private readonly organisations: OrganisationDirectory,
    private readonly applicants: DirectApplicants,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async changedFor(
    unit: Organisation,
    noticeFileId: string | null,
  ): Promise<DeliverableRow<typeof PRISES_EN_CHARGE>[]> {
    const settledSince = addMillis(this.clock.now(), -SETTLED_AFTER);
    const changed = await this.changed.returnsTo(unit.id, settledSince, noticeFileId);
    const ids = changed.map(({ id }) => id);
    const named = new Map((await this.returns.namesOf(ids)).map((one) => [one.episode.id, one]));
    const answers = await this.returns.lastAnswersOf(ids);
    const personIds = [...named.values()].map(({ personId }) => personId);
    const people = new Map((await this.people.byIds(personIds)).map((one) => [one.id, one]));
    const rows: DeliverableRow<typeof PRISES_EN_CHARGE>[] = [];
    for (const { id, edition, told } of changed) {
      const one = named.get(id);
      const person = one && people.get(one.personId);
      const answer = answers.get(id);
      const from = await this.organisations.byId(one?.episode.missionLocaleId ?? '');
      if (!one || !person || !answer || !from) continue;
      const row = rowOfReturn({
        named: one,
        person,
        answer,
        missionLocaleCode: from.code,
        unitCode: unit.code,
      });
      if (row) rows.push({ resourceId: id, edition, emitterId: from.id, told, row });
    }
    return [...rows, ...(await this.invitations(unit, settledSince, noticeFileId))];
  }

  private async invitations(
    unit: Organisation,
    settledSince: Instant,
    noticeFileId: string | null,
  ): Promise<DeliverableRow<typeof PRISES_EN_CHARGE>[]> {
    const changed = await this.changed.invitationsOf(unit.id, settledSince, noticeFileId);
    const found = await this.applicants.byIds(changed.map(({ id }) => id));
    return invitationRows(changed, found, unit, this.organisations);
  }
}
