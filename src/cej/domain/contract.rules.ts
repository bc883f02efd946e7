import { type FieldIssue, type LocalDate } from '../../kernel/index.js';
import type { ContractEndReason, ContractScheme, ExtensionMotive } from './code-lists.js';
import type { Contract } from './contract.js';
import { contractedUntil, type ComputedExtension } from './standing.rules.js';
import { longestEnd } from './warnings.rules.js';

/** A contract as the mission locale gives it, by any door. */
export interface ContractInput {
  readonly scheme: ContractScheme;
  readonly startsOn: LocalDate;
  readonly plannedEndOn: LocalDate;
}

/** The dates that may be corrected. */
export type ContractDates = Omit<ContractInput, 'scheme'>;

export interface ExtensionInput {
  readonly until: LocalDate;
  readonly motive: ExtensionMotive;
}

export interface EndInput {
  readonly endedOn: LocalDate;
  readonly reason: ContractEndReason;
}

const LONGEST = {
  CEJ: 'Un CEJ ne dépasse pas dix-huit mois : vérifiez les dates.',
  PACEA: 'Un PACEA ne dépasse pas vingt-quatre mois de suite : vérifiez les dates.',
} as const satisfies Record<ContractScheme, string>;

/** What is wrong in the dates of a contract; nothing when all is well (exchange.md 7.a, ORI; domain.md 5.1). */
export function contractIssues({ scheme, startsOn, plannedEndOn }: ContractInput): FieldIssue[] {
  const pointer = '/plannedEndOn';
  if (plannedEndOn <= startsOn) {
    return [chronology(pointer, 'La fin prévue doit suivre le début du contrat.')];
  }
  if (plannedEndOn <= longestEnd(scheme, startsOn)) return [];
  return [chronology(pointer, LONGEST[scheme])];
}

/** What is wrong in corrected dates, beside an extension or an end that stands already. */
export function amendmentIssues(contract: Contract, dates: ContractDates): FieldIssue[] {
  const issues = contractIssues({ ...dates, scheme: contract.scheme });
  const { extension } = contract;
  if (issues.length > 0 || !extension) return issues;
  if (extension.until <= dates.plannedEndOn) {
    const detail =
      'La prolongation enregistrée finit avant cette fin prévue : corrigez-la d’abord.';
    return [chronology('/plannedEndOn', detail)];
  }
  const isTooLong = extension.until > longestEnd(contract.scheme, dates.startsOn);
  return isTooLong ? [chronology('/startsOn', LONGEST[contract.scheme])] : [];
}

/** What is wrong in a motivated extension: after the planned end, eighteen months in all (R.5131-16). */
export function extensionIssues(contract: Contract, { until }: ExtensionInput): FieldIssue[] {
  const pointer = '/until';
  if (contract.scheme !== 'CEJ') {
    return [chronology(pointer, 'Seul un CEJ se prolonge ; corrigez la fin prévue du PACEA.')];
  }
  if (until <= contract.plannedEndOn) {
    return [chronology(pointer, 'La prolongation doit finir après la fin prévue.')];
  }
  const isTooLong = until > longestEnd('CEJ', contract.startsOn);
  return isTooLong ? [chronology(pointer, LONGEST.CEJ)] : [];
}

/** What is wrong in a real end: a fact, so never in the future, and not before the contract began. */
export function endIssues(
  contract: Contract,
  { endedOn }: EndInput,
  today: LocalDate,
): FieldIssue[] {
  const pointer = '/endedOn';
  if (endedOn > today) {
    return [{ pointer, code: 'DATE_FUTURE', detail: 'Ce jour n’est pas encore venu.' }];
  }
  if (endedOn >= contract.startsOn) return [];
  return [chronology(pointer, 'La fin réelle ne peut pas précéder le début du contrat.')];
}

/**
 * What is wrong in a confirmation: one confirms the day that is shown, once the exit is a fact. A day
 * that was computed again meanwhile is looked at again.
 */
export function confirmationIssues(
  until: LocalDate,
  extension: ComputedExtension | null,
): FieldIssue[] {
  const pointer = '/until';
  if (!extension) return [chronology(pointer, 'Ce contrat n’a pas de prolongation calculée.')];
  if (extension.isForecast) {
    return [chronology(pointer, 'Le jeune est encore en service : attendez sa sortie.')];
  }
  if (extension.until === until) return [];
  return [
    chronology(pointer, 'La prolongation calculée a changé : relisez-la avant de confirmer.'),
  ];
}

/** True when both contracts cover a same day: one and the same, told twice. */
export function overlaps(contract: Contract, dates: ContractDates): boolean {
  const until = contract.end?.endedOn ?? contractedUntil(contract);
  return contract.startsOn <= dates.plannedEndOn && dates.startsOn <= until;
}

function chronology(pointer: string, detail: string): FieldIssue {
  return { pointer, code: 'CHRONOLOGIE', detail };
}
