import { actingRole, decide, type Actor, type LocalDate } from '../../kernel/index.js';
import type { Contract } from './contract.js';
import { cejContractMachine, type ContractCommand } from './cej-contract.machine.js';
import type { ContractDates, EndInput, ExtensionInput } from './contract.rules.js';

/** What may come with a command. */
export interface ContractWrites {
  readonly dates?: ContractDates;
  readonly extension?: ExtensionInput;
  readonly end?: EndInput;
  /** The computed extension to confirm, as it was read. */
  readonly confirmedUntil?: LocalDate;
  /** What a referral tells of itself with its dates. */
  readonly told?: Pick<Contract, 'referralId' | 'asOf'>;
}

/** What the mission locale, or a referral, wants to do with one contract. */
export interface ContractRequest {
  readonly contract: Contract;
  readonly command: ContractCommand;
  readonly actor: Actor;
  readonly as?: 'referral';
  /** Civil day of the act in the mission locale's zone, which may be before the day it is recorded. */
  readonly effectiveOn: LocalDate;
  readonly writes: ContractWrites;
}

/** What a command does once decided. */
export interface ContractChange {
  /** Null when the contract is recorded. */
  readonly before: Contract | null;
  readonly after: Contract;
  readonly command: ContractCommand | 'record';
  readonly effectiveOn: LocalDate;
  readonly actor: Actor;
}

export type ContractDecision =
  | { readonly ok: true; readonly change: ContractChange }
  | { readonly ok: false; readonly refusal: string };

/** Pure: applies the life-cycle to one request. Screens, API, files and referrals all pass here. */
export function decideContract(request: ContractRequest): ContractDecision {
  const { contract, command, actor, effectiveOn } = request;
  const role = request.as ?? actingRole(actor);
  const decision = decide(cejContractMachine, contract, command, role, undefined);
  if (!decision.ok) return { ok: false, refusal: decision.refusal };
  const after: Contract = {
    ...contract,
    ...writtenBy(request),
    state: decision.to,
    isKept: contract.isKept || command !== 'follow',
    version: contract.version + 1,
  };
  return { ok: true, change: { before: contract, after, command, effectiveOn, actor } };
}

function writtenBy({ command, actor, effectiveOn, writes }: ContractRequest): Partial<Contract> {
  const { dates, extension, end, confirmedUntil: until, told } = writes;
  if (command === 'reopen') return { end: null };
  return {
    ...dates,
    ...told,
    ...(extension ? { extension } : {}),
    ...(end ? { end } : {}),
    ...(until ? { confirmation: { until, confirmedOn: effectiveOn, by: actor.id } } : {}),
  };
}
