import { Injectable } from '@nestjs/common';
import { ContractQueries } from '../../../cej/index.js';
import {
  addMillis,
  addMonths,
  Clock,
  localDateIn,
  monthOf,
  type Month,
} from '../../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../../organisations/index.js';
import { People } from '../../../people/index.js';
import { FlowDelivery, type DeliverableRow } from '../../use-cases/flow-ports.js';
import { SETTLED_AFTER } from '../../use-cases/mailbox-ports.js';
import { ToldContracts, type ToldContract } from '../../use-cases/told-contracts.js';
import type { SUIVIS_CEJ } from './flow.js';
import { movingPartOf, rowOfContract, type TellableContract } from './row-of-contract.js';

type Row = DeliverableRow<typeof SUIVIS_CEJ>;

/** CEM to a unit: the CEJ of those who serve there, or served, at the end of the month before. */
@Injectable()
export class DeliverSuivisCej extends FlowDelivery<typeof SUIVIS_CEJ> {
  constructor(
    private readonly toldContracts: ToldContracts,
    private readonly contracts: ContractQueries,
    private readonly people: People,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Nothing to pass on at once: a notice says nothing of a CEJ. */
  override async changedFor(unit: Organisation, noticeFileId: string | null): Promise<Row[]> {
    if (noticeFileId !== null) return [];
    const now = this.clock.now();
    const candidates = await this.toldContracts.to(unit.id, addMillis(now, -SETTLED_AFTER));
    const month = addMonths(monthOf(localDateIn(now, unit.timeZone)), -1);
    const tellable = await this.tellable(candidates, unit, month);
    return candidates.flatMap((contract) => {
      const found = tellable.get(contract.id);
      const row = found && rowOfContract(found);
      return found && row ? (newsOf(contract, found.told.contract.missionLocaleId, row) ?? []) : [];
    });
  }

  private async tellable(
    candidates: readonly ToldContract[],
    unit: Organisation,
    month: Month,
  ): Promise<ReadonlyMap<string, TellableContract>> {
    const ids = candidates.map(({ id }) => id);
    const contracts = await this.contracts.toldTo(unit.id, ids);
    const people = await this.people.byIds(contracts.map(({ contract }) => contract.personId));
    const personById = new Map(people.map((person) => [person.id, person]));
    const found = new Map<string, TellableContract>();
    for (const told of contracts) {
      const person = personById.get(told.contract.personId);
      const from = await this.organisations.byId(told.contract.missionLocaleId);
      if (!person || !from) continue;
      const codes = { missionLocaleCode: from.code, unitCode: unit.code };
      found.set(told.contract.id, { told, person, month, ...codes });
    }
    return found;
  }
}

/** The row, unless the unit was told all it says but the month. */
function newsOf(
  { id, edition, told }: ToldContract,
  emitterId: string,
  row: Row['row'],
): Row | null {
  const said = movingPartOf(row);
  if (told?.edition === edition && told.said === said) return null;
  const before = told && { month: told.month, isUndone: false, isCorrected: false };
  return { resourceId: id, edition, emitterId, told: before, said, row };
}
