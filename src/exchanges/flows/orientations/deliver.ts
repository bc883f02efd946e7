import { Injectable } from '@nestjs/common';
import { addMillis, Clock } from '../../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../../organisations/index.js';
import { People } from '../../../people/index.js';
import { Referrals } from '../../../referrals/index.js';
import { FlowDelivery, type DeliverableRow } from '../../use-cases/flow-ports.js';
import { ChangedRecords, SETTLED_AFTER } from '../../use-cases/mailbox-ports.js';
import type { ORIENTATIONS } from './flow.js';
import { rowOfReferral } from './row-of-referral.js';

/** ORI to a unit: the referrals it has not been told yet, as they are now. */
@Injectable()
export class DeliverOrientations extends FlowDelivery<typeof ORIENTATIONS> {
  constructor(
    private readonly changed: ChangedRecords,
    private readonly referrals: Referrals,
    private readonly people: People,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async changedFor(
    unit: Organisation,
    noticeFileId: string | null,
  ): Promise<DeliverableRow<typeof ORIENTATIONS>[]> {
    const settledSince = addMillis(this.clock.now(), -SETTLED_AFTER);
    const changed = await this.changed.referralsTo(unit.id, settledSince, noticeFileId);
    const referrals = await this.referrals.byIds(changed.map(({ id }) => id));
    const people = await this.people.byIds(referrals.map(({ personId }) => personId));
    const referralById = new Map(referrals.map((referral) => [referral.id, referral]));
    const personById = new Map(people.map((person) => [person.id, person]));
    const rows: DeliverableRow<typeof ORIENTATIONS>[] = [];
    for (const { id, edition, told } of changed) {
      const referral = referralById.get(id);
      const person = referral && personById.get(referral.personId);
      const from = referral && (await this.organisations.byId(referral.missionLocaleId));
      if (!referral || !person || !from) continue;
      const row = rowOfReferral({
        referral,
        person,
        wasDelivered: told !== null,
        missionLocaleCode: from.code,
        unitCode: unit.code,
      });
      if (row) rows.push({ resourceId: id, edition, emitterId: from.id, told, row });
    }
    return rows;
  }
}
