import type { Flow } from '../flow/index.js';
import { ORIENTATIONS } from './orientations/flow.js';
import { SUITES } from './suites/flow.js';

/** Every flow of the exchange, sorted by code: adding one is adding its folder and a line here. */
export const FLOWS = [ORIENTATIONS, SUITES] as const satisfies readonly Flow[];
export type FlowCode = (typeof FLOWS)[number]['code'];

/** The flow of a code, in either case; nothing when the code is of no flow. */
export function flowNamed(code: string): (typeof FLOWS)[number] | undefined {
  return FLOWS.find((flow) => flow.code === code.toUpperCase());
}

export { ORIENTATIONS, SUITES };
