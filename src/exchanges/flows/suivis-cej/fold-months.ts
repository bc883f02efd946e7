import { redoContractAct, type Contract, type ContractAct } from '../../../cej/index.js';
import { isNotOlder, type AsOf } from '../../../kernel/index.js';
import type { ApplyContext } from '../../use-cases/flow-ports.js';
import type { RowRefusal } from '../row-fates.js';
import { runSteps, type ContractPlace } from './decide-month.js';
import { planMonth, type ContractMonth } from './plan-month.js';

/** All that was said of one contract and still counts. */
export interface ToldContract {
  readonly months: readonly ContractMonth[];
  readonly acts: readonly ContractAct[];
}

/** What it makes of the contract; nothing when nothing is left of what was said. */
export interface FoldedContract {
  readonly contract: Contract | null;
  readonly refused: ReadonlyMap<ContractMonth, RowRefusal>;
}

type Saying =
  | { readonly kind: 'row'; readonly month: ContractMonth; readonly asOf: AsOf }
  | { readonly kind: 'act'; readonly act: ContractAct; readonly asOf: AsOf };

/**
 * Pure: the contract as months and acts make it, told one after the other in the order of their reference
 * dates, whatever the order they came in (exchange.md 7.e.2).
 */
export function foldMonths(
  known: Contract,
  place: ContractPlace,
  { months, acts }: ToldContract,
  context: ApplyContext,
): FoldedContract {
  const sayings: Saying[] = [
    ...months.map((month) => ({ kind: 'row', month, asOf: month.asOf }) as const),
    ...acts.map((act) => ({ kind: 'act', act, asOf: act.asOf }) as const),
  ];
  const refused = new Map<ContractMonth, RowRefusal>();
  let contract: Contract | null = null;
  for (const saying of sayings.toSorted(compare)) {
    if (saying.kind === 'act') {
      contract = redoContractAct(known, contract, saying.act);
      continue;
    }
    const told = tell(contract, saying.month, place, context);
    if (told !== null && 'code' in told) refused.set(saying.month, told);
    else contract = told;
  }
  return { contract, refused };
}

/** An act was decided on what was known: it follows the row of the same date. */
function compare(one: Saying, other: Saying): number {
  if (!isNotOlder(other.asOf, one.asOf)) return 1;
  if (!isNotOlder(one.asOf, other.asOf)) return -1;
  if (one.kind === other.kind) return 0;
  return one.kind === 'row' ? -1 : 1;
}

/** One row told after all before it. */
function tell(
  contract: Contract | null,
  month: ContractMonth,
  place: ContractPlace,
  context: ApplyContext,
): Contract | RowRefusal | null {
  const { asOf } = month;
  const plan = planMonth(contract, month);
  if (plan.kind === 'refused') return plan.refusal;
  if (plan.kind === 'stale') return { code: 'CHRONOLOGIE', column: 'mois' };
  if (plan.kind === 'unchanged') return contract && { ...contract, asOf };
  const changes = runSteps(plan.steps, month, { ...place, contract }, context);
  return 'code' in changes ? changes : (changes.at(-1)?.after ?? contract);
}
