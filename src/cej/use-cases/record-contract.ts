import { Injectable } from '@nestjs/common';
import { Clock, Ids, localDateIn, UnitOfWork } from '../../kernel/index.js';
import type { Actor, LocalDate } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { People } from '../../people/index.js';
import type { Contract } from '../domain/contract.js';
import { contractIssues, overlaps, type ContractInput } from '../domain/contract.rules.js';
import { ContractAlreadyRecorded, ContractInvalid } from '../domain/errors.js';
import { asOfAct } from '../domain/retell-contract.js';
import { ContractChanges } from './contract-changes.js';
import { Contracts } from './ports.js';

const NO_PERSON = {
  pointer: '/youngPersonId',
  code: 'constraint-error',
  detail: 'Aucun dossier de jeune de votre mission locale ne porte cet identifiant.',
};

/** The mission locale records a CEJ or a PACEA that no referral told. */
@Injectable()
export class RecordContract {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contracts: Contracts,
    private readonly people: People,
    private readonly organisations: OrganisationDirectory,
    private readonly changes: ContractChanges,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws ContractInvalid also for an unknown or foreign person
   * @throws ContractAlreadyRecorded
   */
  async execute(personId: string, input: ContractInput, actor: Actor): Promise<Contract> {
    const today = await this.today(actor);
    const issues = contractIssues(input);
    if (issues.length > 0) throw new ContractInvalid(issues);
    return this.unitOfWork.run(actor, async () => {
      const [person] = await this.people.byIds([personId]);
      const isOwn = person && person.organisationId === actor.organisation?.id;
      if (!isOwn) throw new ContractInvalid([NO_PERSON]);
      const known = (await this.contracts.ofSamePeople([personId])).get(personId) ?? [];
      const same = known.find((one) => one.scheme === input.scheme && overlaps(one, input));
      if (same) throw new ContractAlreadyRecorded(same.id);
      const after = recorded(this.ids.uuid(), personId, person.organisationId, input, today);
      const change = { before: null, after, command: 'record', effectiveOn: today, actor } as const;
      await this.changes.write([change]);
      return after;
    });
  }

  private async today({ organisation }: Actor): Promise<LocalDate> {
    const own = organisation && (await this.organisations.byId(organisation.id));
    if (!own) throw new ContractInvalid([NO_PERSON]);
    return localDateIn(this.clock.now(), own.timeZone);
  }
}

function recorded(
  id: string,
  personId: string,
  missionLocaleId: string,
  input: ContractInput,
  today: LocalDate,
): Contract {
  return {
    id,
    missionLocaleId,
    personId,
    referralId: null,
    ...input,
    state: 'open',
    extension: null,
    confirmation: null,
    end: null,
    isKept: true,
    asOf: asOfAct(today),
    version: 1,
  };
}
