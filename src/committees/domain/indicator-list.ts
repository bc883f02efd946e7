import { ENTRY_INDICATORS } from './entry-indicators.js';
import type { Indicator } from './indicators.js';
import { SERVICE_INDICATORS } from './service-indicators.js';

/** Every indicator, in the order of the report. */
export const INDICATORS: readonly Indicator[] = [...ENTRY_INDICATORS, ...SERVICE_INDICATORS];

/** The indicator of a code; nothing when there is none. */
export function indicatorOf(code: string): Indicator | undefined {
  return INDICATORS.find((indicator) => indicator.code === code);
}
