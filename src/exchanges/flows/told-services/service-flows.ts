import type { Flow, RowOf } from '../../flow/index.js';
import { EXIT_TELLING } from '../exits/telling.js';
import { INCORPORATION_TELLING } from '../incorporations/telling.js';
import { PRESENCE_TELLING } from '../presences/telling.js';
import type { ServiceFact } from './service-fact.js';

/** A flow whose rows tell of services, and what each row tells. */
export interface ServiceTelling<F extends Flow = Flow> {
  readonly flow: F;
  /** Where the report points when a photo contradicts a notice. */
  readonly contradictedColumn: string;
  factOf(row: RowOf<F>): ServiceFact;
}

/** Every flow that tells of services: all of them make what a service is. */
export const SERVICE_TELLINGS: readonly ServiceTelling[] = [
  INCORPORATION_TELLING,
  PRESENCE_TELLING,
  EXIT_TELLING,
];
