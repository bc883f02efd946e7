import { isNotOlder, lastDay } from '../../../kernel/index.js';
import {
  contractedUntil,
  type Contract,
  type ContractCommand,
  type ContractDates,
  type EndInput,
} from '../../../cej/index.js';
import type { CheckedRow } from '../../use-cases/flow-ports.js';
import type { RowRefusal } from '../row-fates.js';
import type { ContractMonthRow } from './columns.js';

/** A CEM row to apply. */
export type ContractMonth = CheckedRow & { readonly row: ContractMonthRow };

/** One command with what it writes. */
export interface Step {
  readonly command: ContractCommand | 'record';
  readonly dates?: ContractDates;
  readonly end?: EndInput;
}

/** What a row asks of the contract it speaks of. */
export type MonthPlan =
  | { readonly kind: 'unchanged' }
  /** Something more recent is known already. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'refused'; readonly refusal: RowRefusal }
  | { readonly kind: 'steps'; readonly steps: readonly Step[] };

const CLOSED: RowRefusal = {
  code: 'TRANSITION_INTERDITE',
  column: 'cej_actif',
  precision: 'CEJ_CLOS',
};
const WITHOUT_END: RowRefusal = {
  code: 'TRANSITION_INTERDITE',
  column: 'cej_date_fin_reelle',
  precision: 'FIN_CEJ_MANQUANTE',
};

/**
 * The commands that bring a contract to what a month says: none when it is there already. What ended stays
 * ended, but for a correction (exchange.md 7.a, transition table).
 */
export function planMonth(contract: Contract | null, { row, asOf }: ContractMonth): MonthPlan {
  const steps = stepsOf(contract, row);
  if (!('code' in steps) && steps.length === 0) return { kind: 'unchanged' };
  if (!isNotOlder(asOf, contract?.asOf ?? null)) return { kind: 'stale' };
  return 'code' in steps ? { kind: 'refused', refusal: steps } : { kind: 'steps', steps };
}

function stepsOf(contract: Contract | null, row: ContractMonthRow): readonly Step[] | RowRefusal {
  const dates = datesOf(row);
  const end = endOf(row, contract);
  if (!contract) {
    if (!dates) return [];
    return [{ command: 'record', dates }, ...(end ? [{ command: 'end', end } as const] : [])];
  }
  const isAmended = dates !== null && !hasDates(contract, dates);
  const reopens = contract.state === 'ended' && (isAmended || isActiveAgain(contract, row));
  if (reopens && row.type_ligne !== 'CORRECTION') return CLOSED;
  const steps: Step[] = reopens ? [{ command: 'reopen' }] : [];
  if (isAmended) steps.push({ command: 'amend', dates });
  const ending = endingOf(contract, row, end, reopens);
  return 'code' in ending ? ending : [...steps, ...ending];
}

function endingOf(
  contract: Contract,
  row: ContractMonthRow,
  end: EndInput | null,
  reopens: boolean,
): readonly Step[] | RowRefusal {
  if (row.cej_actif) return [];
  const isOpen = reopens || contract.state === 'open';
  if (!end) return isOpen && contract.startsOn <= lastDay(row.mois) ? WITHOUT_END : [];
  if (isOpen) return [{ command: 'end', end }];
  const isSame = contract.end?.endedOn === end.endedOn && contract.end.reason === end.reason;
  if (isSame) return [];
  return row.type_ligne === 'CORRECTION' ? [{ command: 'correct-end', end }] : CLOSED;
}

/** What ended after the month was active in it. */
function isActiveAgain(
  { end }: Contract,
  { cej_actif: isActive, mois }: ContractMonthRow,
): boolean {
  return isActive && end !== null && end.endedOn <= lastDay(mois);
}

function hasDates(contract: Contract, { startsOn, plannedEndOn }: ContractDates): boolean {
  const ends = [contract.plannedEndOn, contractedUntil(contract)];
  return contract.startsOn === startsOn && ends.includes(plannedEndOn);
}

/** The dates of a row; null when it gives none. */
export function datesOf(row: ContractMonthRow): ContractDates | null {
  const { cej_date_debut: startsOn, cej_date_fin_prevue: plannedEndOn } = row;
  return startsOn && plannedEndOn ? { startsOn, plannedEndOn } : null;
}

function endOf(row: ContractMonthRow, contract: Contract | null): EndInput | null {
  const { cej_date_fin_reelle: endedOn, motif_fin_cej: reason, cej_actif: isActive } = row;
  if (!endedOn || isActive) return null;
  return { endedOn, reason: reason ?? contract?.end?.reason ?? 'AUTRE' };
}
