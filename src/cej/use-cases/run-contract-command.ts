import { Injectable } from '@nestjs/common';
import { ChangedMeanwhile, Clock, localDateIn, UnitOfWork } from '../../kernel/index.js';
import type { Actor, FieldIssue, LocalDate } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import type { ContractCommand } from '../domain/cej-contract.machine.js';
import type { Contract } from '../domain/contract.js';
import {
  amendmentIssues,
  confirmationIssues,
  endIssues,
  extensionIssues,
  overlaps,
} from '../domain/contract.rules.js';
import { decideContract, type ContractWrites } from '../domain/decide-contract.js';
import {
  ContractAlreadyRecorded,
  ContractCommandRefused,
  ContractInvalid,
  ContractNotFound,
} from '../domain/errors.js';
import { standingAt } from '../domain/standing.rules.js';
import { asOfAct } from '../domain/retell-contract.js';
import { ContractChanges } from './contract-changes.js';
import { Contracts } from './ports.js';

/** The commands that people and programs give; referrals and files have their own. */
export type OwnerContractCommand = Exclude<ContractCommand, 'follow' | 'restate'>;

/** What may come with a command. */
export interface ContractCommandInput extends Omit<ContractWrites, 'told'> {
  /** Version of the contract that was read before deciding; any other is refused. */
  readonly expectedVersion?: number;
}

/** The mission locale corrects, extends, confirms or ends one contract. */
@Injectable()
export class RunContractCommand {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contracts: Contracts,
    private readonly organisations: OrganisationDirectory,
    private readonly changes: ContractChanges,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws ContractNotFound for an unknown or foreign id
   * @throws ChangedMeanwhile when the contract is no longer the version that was read
   * @throws ContractCommandRefused, ContractInvalid, ContractAlreadyRecorded
   */
  async execute(
    id: string,
    command: OwnerContractCommand,
    { expectedVersion, ...writes }: ContractCommandInput,
    actor: Actor,
  ): Promise<Contract> {
    const today = await this.today(actor);
    return this.unitOfWork.run(actor, async () => {
      const [contract] = await this.contracts.byIds([id]);
      if (!contract) throw new ContractNotFound();
      if ((expectedVersion ?? contract.version) !== contract.version) throw new ChangedMeanwhile();
      const effectiveOn = writes.end?.endedOn ?? today;
      const decision = decideContract({
        contract,
        command,
        actor,
        effectiveOn,
        writes: { ...writes, told: { referralId: contract.referralId, asOf: asOfAct(today) } },
      });
      if (!decision.ok) throw new ContractCommandRefused(command, contract.state);
      const issues = await this.issuesOf(contract, writes, today);
      if (issues.length > 0) throw new ContractInvalid(issues);
      await this.checkOthers(contract, writes);
      await this.changes.write([decision.change]);
      return decision.change.after;
    });
  }

  private async issuesOf(
    contract: Contract,
    { dates, extension, end, confirmedUntil }: ContractCommandInput,
    today: LocalDate,
  ): Promise<FieldIssue[]> {
    if (dates) return amendmentIssues(contract, dates);
    if (extension) return extensionIssues(contract, extension);
    if (end) return endIssues(contract, end, today);
    if (!confirmedUntil) return [];
    const { personId } = contract;
    const services = await this.contracts.servicesOf([personId]);
    const standing = standingAt(contract, services.get(personId) ?? [], today);
    return confirmationIssues(confirmedUntil, standing.extension);
  }

  /** Corrected dates never reach into another contract of the same young person. */
  private async checkOthers(
    { id, personId, scheme }: Contract,
    { dates }: ContractCommandInput,
  ): Promise<void> {
    if (!dates) return;
    const known = (await this.contracts.ofSamePeople([personId])).get(personId) ?? [];
    const other = known.find(
      (one) => one.id !== id && one.scheme === scheme && overlaps(one, dates),
    );
    if (other) throw new ContractAlreadyRecorded(other.id);
  }

  private async today({ organisation }: Actor): Promise<LocalDate> {
    const own = organisation && (await this.organisations.byId(organisation.id));
    if (!own) throw new ContractNotFound();
    return localDateIn(this.clock.now(), own.timeZone);
  }
}
