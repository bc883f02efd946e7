import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, type LocalDate, type PersonActor } from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { People, type PersonRecord } from '../../../people/index.js';
import { readContract, type ReadContract } from '../../domain/month-view.rules.js';
import { commandsFor } from '../../http/cej-contract.presenter.js';
import { ConsultContracts } from '../../use-cases/consult-contracts.js';
import type { ContractEvent, ContractSummary } from '../../use-cases/ports.js';

/** A contract as its pages need it. */
export interface ContractFile extends ReadContract {
  readonly summary: ContractSummary;
  readonly person: PersonRecord | null;
  readonly history: readonly ContractEvent[];
  readonly availableCommands: readonly string[];
  readonly unitNames: ReadonlyMap<string, string>;
  readonly timeZone: string;
  readonly today: LocalDate;
}

/** Reads a contract for its pages, as the API reads it. */
@Injectable()
export class ContractFiles {
  constructor(
    private readonly consult: ConsultContracts,
    private readonly people: People,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  /** @throws ContractNotFound for an unknown or foreign id */
  async one(id: string, actor: PersonActor): Promise<ContractFile> {
    const own = await this.organisations.byId(actor.organisation.id);
    const timeZone = own?.timeZone ?? 'Europe/Paris';
    const today = localDateIn(this.clock.now(), timeZone);
    const units = await this.organisations.all('unit');
    return this.consult.one(id, actor, async (summary, history) => {
      const { contract, services, birthDate } = summary;
      const [person = null] = await this.people.byIds([contract.personId]);
      const read = readContract(contract, services, birthDate, today);
      return {
        ...read,
        summary,
        person,
        history,
        availableCommands: commandsFor(read, actor),
        unitNames: new Map(units.map((unit) => [unit.id, unit.usualName])),
        timeZone,
        today,
      };
    });
  }
}
