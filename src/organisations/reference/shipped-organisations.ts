import { localDate } from '../../kernel/index.js';
import { conventionsOfAll } from '../domain/convention.js';
import type { Convention } from '../domain/convention.js';
import type { Organisation } from '../domain/organisation.js';
import { MAINLAND_MISSIONS_LOCALES, OVERSEAS_MISSIONS_LOCALES } from './missions-locales.js';
import { NATIONAL_BODIES } from './national-bodies.js';
import { SMA_UNITS, SMV_UNITS } from './units.js';

/** Every organisation shipped with the project (contract.md 5). */
export const SHIPPED_ORGANISATIONS: readonly Organisation[] = [
  ...NATIONAL_BODIES,
  ...SMA_UNITS,
  ...SMV_UNITS,
  ...OVERSEAS_MISSIONS_LOCALES,
  ...MAINLAND_MISSIONS_LOCALES,
];

/** Signature of the agreement of the SMA and of the latest one of the SMV (domain.md 0.1; exchange.md 3). */
const SMA_AGREED_ON = localDate(2023, 7, 18);
const SMV_AGREED_ON = localDate(2024, 4, 19);

/**
 * The conventions of the demonstration: every overseas mission locale with every SMA unit, every
 * mission locale with every SMV unit, all duties, without end (contract.md 5).
 */
export function demonstrationConventions(): readonly Convention[] {
  const everywhere = [...OVERSEAS_MISSIONS_LOCALES, ...MAINLAND_MISSIONS_LOCALES];
  return [
    ...conventionsOfAll(OVERSEAS_MISSIONS_LOCALES, SMA_UNITS, SMA_AGREED_ON),
    ...conventionsOfAll(everywhere, SMV_UNITS, SMV_AGREED_ON),
  ];
}
