import { labelOf, type LocalDate } from '../../kernel/index.js';
import { counted, longDate, shortDate } from '../../platform/french/index.js';
import type { Tone } from '../../platform/pages/index.js';
import { CONTRACT_WARNINGS } from '../domain/code-lists.js';
import type { ComputedExtension, ContractStanding } from '../domain/standing.rules.js';
import type { ContractWarning } from '../domain/warnings.rules.js';

export const CEJ_PATH = '/cej';

/** Where the page of a contract is. */
export function contractPath(id: string): string {
  return `${CEJ_PATH}/${id}`;
}

/** Where a contract is recorded that no referral told. */
export function recordPath(personId: string): string {
  return `${CEJ_PATH}/jeune/${personId}`;
}

/** Where a contract stands, everywhere the same. */
export const STANDING_WORDS: Readonly<Record<ContractStanding, { label: string; tone: Tone }>> = {
  'not-started': { label: 'À venir', tone: 'neutral' },
  running: { label: 'En cours', tone: 'info' },
  'in-service': { label: 'En service', tone: 'success' },
  extended: { label: 'Prolongé', tone: 'info' },
  'past-term': { label: 'Terme passé', tone: 'error' },
  ended: { label: 'Terminé', tone: 'neutral' },
};

/** Days until a limit: `dans 12 jours`, `aujourd’hui`, `depuis 3 jours`. */
export function daysWords(daysLeft: number): string {
  if (daysLeft === 0) return 'aujourd’hui';
  const days = counted(Math.abs(daysLeft), 'jour', 'jours');
  return daysLeft > 0 ? `dans ${days}` : `depuis ${days}`;
}

/** Days left of a contract, in a list. */
export function leftWords(daysLeft: number): string {
  if (daysLeft < 0) return 'Aucun';
  return daysLeft === 0 ? 'Dernier jour' : counted(daysLeft, 'jour', 'jours');
}

/** A warning as a sentence, with its day where it has one. */
export function warningWords({ code, on, daysLeft }: ContractWarning): string {
  const label = labelOf(CONTRACT_WARNINGS, code);
  if (on === null || daysLeft === null) return label;
  return `${longDate(on)} (${daysWords(daysLeft)}) : ${label}`;
}

/** Whether a computed extension is a forecast, to be confirmed, or confirmed: never left unsaid. */
export function extensionState({ isForecast, isConfirmed }: ComputedExtension): string {
  if (isForecast) return 'estimation, à confirmer après la sortie';
  return isConfirmed ? 'confirmée' : 'à confirmer';
}

/** `30/11/2027, à confirmer`. */
export function extensionWords(extension: ComputedExtension | null): string {
  return extension === null ? '' : `${shortDate(extension.until)}, ${extensionState(extension)}`;
}

/** A day, or nothing. */
export function dayWords(date: LocalDate | null): string | null {
  return date === null ? null : longDate(date);
}
