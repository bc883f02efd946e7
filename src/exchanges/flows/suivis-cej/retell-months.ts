import { Injectable } from '@nestjs/common';
import {
  Contracts,
  isContractToldAlike,
  restateContract,
  type Contract,
  type ContractChange,
} from '../../../cej/index.js';
import { confirmationOf, type Confirmation } from '../../../kernel/index.js';
import type { ApplyContext } from '../../use-cases/flow-ports.js';
import { ReadStatements } from '../../use-cases/statements.js';
import { actorOfLine, fileActorOf } from '../row-fates.js';
import { SUIVIS_CEJ } from './flow.js';
import { foldMonths, type FoldedContract } from './fold-months.js';
import type { ContractMonth } from './plan-month.js';

/** What a contract is once all that was said of it is told anew. */
export interface RetoldContract {
  readonly folded: FoldedContract;
  /** The command that brings its record there; null when it is there already. */
  readonly change: ContractChange | null;
  /** Since when its record is known to be there, when only that moved. */
  readonly confirmed: Confirmation | null;
}

/**
 * Weighs again all that was said of contracts, when a file took something back or came late. A contract
 * that only such a file told keeps its last dates: it is not the service that says there was none.
 */
@Injectable()
export class RetellMonths {
  constructor(
    private readonly statements: ReadStatements,
    private readonly contracts: Contracts,
  ) {}

  /** By contract; `more` are rows that the ledger does not hold yet, by contract. */
  async execute(
    known: readonly Contract[],
    more: ReadonlyMap<string, ContractMonth>,
    context: ApplyContext,
  ): Promise<ReadonlyMap<string, RetoldContract>> {
    const ids = known.map(({ id }) => id);
    const said = await this.statements.on(ids, SUIVIS_CEJ, context);
    const acts = await this.contracts.actsOn(ids);
    const siblings = await this.contracts.ofSamePeople(known.map(({ personId }) => personId));
    const retold = new Map<string, RetoldContract>();
    for (const contract of known) {
      const { id } = contract;
      const row = more.get(id);
      const before = (said.get(id) ?? []) as readonly ContractMonth[];
      const months = row ? [...before, row] : before;
      const others = (siblings.get(contract.personId) ?? []).filter((one) => one.id !== id);
      const { missionLocaleId, personId, referralId } = contract;
      const referral = { id: referralId ?? '', missionLocaleId, personId, unitId: '' };
      const place = { referral, contract: null, others: ofScheme(others, contract), newId: id };
      const told = { months, acts: acts.filter(({ contractId }) => contractId === id) };
      const asFile = { ...context, actor: fileActorOf(context) };
      const folded = foldMonths(contract, place, told, asFile);
      const target = folded.contract && { ...folded.contract, referralId: contract.referralId };
      const isThere = !target || isContractToldAlike(contract, target);
      const actor = row ? actorOfLine(context, row.line) : context.actor;
      const effectiveOn = target?.end?.endedOn ?? context.today;
      const change = isThere ? null : restateContract({ contract, target, actor, effectiveOn });
      const isDated = target !== null && isThere;
      const confirmed = isDated ? confirmationOf(contract, target.asOf) : null;
      retold.set(id, { folded, change, confirmed });
    }
    return retold;
  }
}

function ofScheme(contracts: readonly Contract[], { scheme }: Contract): readonly Contract[] {
  return contracts.filter((one) => one.scheme === scheme);
}
