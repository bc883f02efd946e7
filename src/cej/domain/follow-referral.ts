import { isNotOlder, type Actor, type AsOf, type LocalDate } from '../../kernel/index.js';
import type { Contract } from './contract.js';
import { overlaps, type ContractDates } from './contract.rules.js';
import { decideContract, type ContractChange } from './decide-contract.js';

/** The CEJ that a referral tells (exchange.md 7.a, ORI: `accompagnement`, `cej_date_debut`…). */
export interface ToldContract extends ContractDates {
  readonly referralId: string;
  readonly missionLocaleId: string;
  readonly personId: string;
  /** As of when: of two referrals, the later one is right, whichever comes first. */
  readonly asOf: AsOf;
  readonly effectiveOn: LocalDate;
  readonly actor: Actor;
}

/**
 * What a referral does to the contracts of the young person: a new one, other dates of one that only
 * referrals told, or nothing. What a human corrected is never written over by a rule.
 */
export function followReferral(
  told: ToldContract,
  known: readonly Contract[],
  newId: string,
): ContractChange | null {
  const same = known.find((one) => one.scheme === 'CEJ' && overlaps(one, told));
  if (!same) return recorded(told, newId);
  const isOld = !isNotOlder(told.asOf, same.asOf);
  if (same.isKept || same.state === 'ended' || isOld || hasSameDates(same, told)) return null;
  const { startsOn, plannedEndOn, referralId, asOf, actor, effectiveOn } = told;
  const decision = decideContract({
    contract: same,
    command: 'follow',
    actor,
    as: 'referral',
    effectiveOn,
    writes: { dates: { startsOn, plannedEndOn }, told: { referralId, asOf } },
  });
  return decision.ok ? decision.change : null;
}

function recorded(told: ToldContract, id: string): ContractChange {
  const { actor, effectiveOn } = told;
  const after: Contract = {
    id,
    missionLocaleId: told.missionLocaleId,
    personId: told.personId,
    referralId: told.referralId,
    scheme: 'CEJ',
    state: 'open',
    startsOn: told.startsOn,
    plannedEndOn: told.plannedEndOn,
    extension: null,
    confirmation: null,
    end: null,
    isKept: false,
    asOf: told.asOf,
    version: 1,
  };
  return { before: null, after, command: 'record', effectiveOn, actor };
}

function hasSameDates(contract: Contract, dates: ContractDates): boolean {
  return contract.startsOn === dates.startsOn && contract.plannedEndOn === dates.plannedEndOn;
}
