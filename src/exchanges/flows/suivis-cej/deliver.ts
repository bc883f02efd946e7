import { Injectable } from '@nestjs/common';
import { ContractQueries } from '../../../cej/index.js';
import { addMillis, addMonths, Clock, localDateIn, monthOf } from '../../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../../organisations/index.js';
import { People } from '../../../people/index.js';
import { FlowDelivery, type DeliverableRow } from '../../use-cases/flow-ports.js';
import { ChangedRecords, SETTLED_AFTER } from '../../use-cases/mailbox-ports.js';
import type { SUIVIS_CEJ } from './flow.js';
import { rowOfContract } from './row-of-contract.js';

/** CEM to a unit: the CEJ of those who serve there, or served, at the end of the month before. */
@Injectable()
export class DeliverSuivisCej extends FlowDelivery<typeof SUIVIS_CEJ> {
  constructor(
    private readonly changed: ChangedRecords,
    private readonly contracts: ContractQueries,
    private readonly people: People,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async changedFor(
    unit: Organisation,
    noticeFileId: string | null,
  ): Promise<DeliverableRow<typeof SUIVIS_CEJ>[]> {
    const now = this.clock.now();
    const month = addMonths(monthOf(localDateIn(now, unit.timeZone)), -1);
    const settledSince = addMillis(now, -SETTLED_AFTER);
    const changed = await this.changed.contractsTo(unit.id, settledSince, noticeFileId);
    const found = await this.contracts.toldTo(
      unit.id,
      changed.map(({ id }) => id),
    );
    const byId = new Map(found.map((told) => [told.contract.id, told]));
    const people = await this.people.byIds(found.map(({ contract }) => contract.personId));
    const personById = new Map(people.map((person) => [person.id, person]));
    const rows: DeliverableRow<typeof SUIVIS_CEJ>[] = [];
    for (const { id, edition, told: before } of changed) {
      const told = byId.get(id);
      const person = told && personById.get(told.contract.personId);
      const from = told && (await this.organisations.byId(told.contract.missionLocaleId));
      if (!told || !person || !from) continue;
      const codes = { missionLocaleCode: from.code, unitCode: unit.code };
      const row = rowOfContract({ told, person, month, ...codes });
      if (row) rows.push({ resourceId: id, edition, emitterId: from.id, told: before, row });
    }
    return rows;
  }
}
