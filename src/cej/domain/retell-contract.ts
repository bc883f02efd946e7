import { decide, type Actor, type AsOf, type LocalDate } from '../../kernel/index.js';
import { cejContractMachine, type ContractCommand } from './cej-contract.machine.js';
import type { Contract } from './contract.js';
import type { ContractChange } from './decide-contract.js';

/** When an act of a person or a program counts, among what files say. */
export function asOfAct(today: LocalDate): AsOf {
  return { on: today, sequence: 0, line: 0 };
}

/** The facts of a contract, as its history keeps them. */
export type ContractFacts = Pick<
  Contract,
  'startsOn' | 'plannedEndOn' | 'extension' | 'end' | 'confirmation'
>;

/** What was said of a contract otherwise than by its monthly files. */
export interface ContractAct {
  readonly contractId: string;
  readonly command: ContractCommand | 'record';
  /** The facts as they were from then on. */
  readonly said: ContractFacts;
  readonly asOf: AsOf;
}

/** Pure: a contract after an act that was once allowed, when what came before it is told anew (exchange.md 7.e.3). */
export function redoContractAct(
  known: Contract,
  contract: Contract | null,
  { command, said, asOf }: ContractAct,
): Contract | null {
  if (contract === null) {
    return { ...known, ...said, state: said.end ? 'ended' : 'open', asOf };
  }
  return { ...contract, ...partOf(command, said), asOf };
}

function partOf(command: ContractAct['command'], said: ContractFacts): Partial<Contract> {
  const { startsOn, plannedEndOn, extension, confirmation, end } = said;
  switch (command) {
    case 'extend':
      return { extension };
    case 'confirm-extension':
      return { confirmation };
    case 'end':
    case 'correct-end':
      return { end, state: 'ended' };
    case 'reopen':
      return { end: null, state: 'open' };
    default:
      return { startsOn, plannedEndOn };
  }
}

/** A contract as all that was said of it makes it, when that is not what its record says. */
export interface ContractRestatement {
  readonly contract: Contract;
  readonly target: Contract;
  readonly actor: Actor;
  readonly effectiveOn: LocalDate;
}

/** Pure: the one command that compensates what should not have been said (exchange.md 7.e.3). */
export function restateContract(restatement: ContractRestatement): ContractChange {
  const { contract, target, actor, effectiveOn } = restatement;
  const { state } = target;
  const decided = decide(cejContractMachine, contract, 'restate', 'ml-file', undefined, state);
  if (!decided.ok) throw new Error(`a file may always be told anew: ${decided.refusal}`);
  const after = { ...target, isKept: true, version: contract.version + 1 };
  return { before: contract, after, command: 'restate', effectiveOn, actor };
}

/** True when both tell the same, whatever their version and since whenever it is known. */
export function isContractToldAlike(one: Contract, other: Contract): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(contract: Contract): string {
  const { state, startsOn, plannedEndOn, extension, end, confirmation } = contract;
  return JSON.stringify([
    state,
    startsOn,
    plannedEndOn,
    extension && [extension.until, extension.motive],
    end && [end.endedOn, end.reason],
    confirmation && [confirmation.until, confirmation.confirmedOn],
  ]);
}
