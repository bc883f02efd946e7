import { frenchNumber, longInstant } from '../../../platform/french/index.js';
import { FIGURE_FLOOR, type SilenceAge } from '../../domain/silence.rules.js';
import type { SilentMissionLocale } from '../../use-cases/consult-silences.js';

/** A mission locale of the list, in words. */
export interface SilenceRow {
  readonly id: string;
  readonly missionLocale: string;
  readonly department: string;
  readonly returns: string;
  readonly age: string;
  readonly countedAt: string;
}

const AGE_WORDS: Readonly<Record<SilenceAge, string>> = {
  'under-a-month': 'Moins d’un mois',
  'under-three-months': 'Un à trois mois',
  longer: 'Plus de trois mois',
};

/** Every word of the list. */
export function presentSilences(
  silent: readonly SilentMissionLocale[],
  timeZone: string,
): SilenceRow[] {
  return silent.map(({ missionLocale, returns, age, countedAt }) => ({
    id: missionLocale.id,
    missionLocale: missionLocale.usualName,
    department: missionLocale.department ?? '',
    returns: returns === null ? `Moins de ${FIGURE_FLOOR}` : frenchNumber(returns),
    age: AGE_WORDS[age],
    countedAt: longInstant(countedAt, timeZone),
  }));
}
