import { Injectable } from '@nestjs/common';
import { FollowUps, type NamedExit } from '../../../follow-ups/index.js';
import { addMillis, Clock } from '../../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../../organisations/index.js';
import { People } from '../../../people/index.js';
import { FlowDelivery, type DeliverableRow } from '../../use-cases/flow-ports.js';
import { ChangedRecords, SETTLED_AFTER } from '../../use-cases/mailbox-ports.js';
import type { DEVENIRS } from './flow.js';
import { rowOfFollowUp } from './row-of-follow-up.js';

type Row = DeliverableRow<typeof DEVENIRS>;

/** DEV to a unit: what became of those who left it, as their missions locales know it now. */
@Injectable()
export class DeliverDevenirs extends FlowDelivery<typeof DEVENIRS> {
  constructor(
    private readonly changed: ChangedRecords,
    private readonly followUps: FollowUps,
    private readonly people: People,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async changedFor(unit: Organisation, noticeFileId: string | null): Promise<Row[]> {
    const settledSince = addMillis(this.clock.now(), -SETTLED_AFTER);
    const changed = await this.changed.followUpsTo(unit.id, settledSince, noticeFileId);
    const answers = byId(await this.followUps.byIds(changed.map(({ id }) => id)));
    const volunteerIds = [...answers.values()].map(({ volunteerId }) => volunteerId);
    const exits = byVolunteer(await this.followUps.exitsOf(volunteerIds));
    const personIds = [...exits.values()].map(({ personId }) => personId);
    const people = byId(await this.people.byIds(personIds));
    const rows: Row[] = [];
    for (const { id, edition, told } of changed) {
      const followUp = answers.get(id);
      const exit = followUp && exits.get(followUp.volunteerId);
      const person = exit && people.get(exit.personId);
      const from = await this.organisations.byId(followUp?.missionLocaleId ?? '');
      if (!followUp || !exit || !person || !from) continue;
      const codes = { missionLocaleCode: from.code, unitCode: unit.code };
      const row = rowOfFollowUp({ followUp, exit, person, ...codes });
      if (row) rows.push({ resourceId: id, edition, emitterId: from.id, told, row });
    }
    return rows;
  }
}

function byId<One extends { readonly id: string }>(records: readonly One[]): Map<string, One> {
  return new Map(records.map((one) => [one.id, one]));
}

function byVolunteer(exits: readonly NamedExit[]): ReadonlyMap<string, NamedExit> {
  return new Map(exits.map((one) => [one.service.volunteerId, one]));
}
