import type { Flow } from '../flow/index.js';
import { ORIENTATIONS_FOLDER } from './orientations/index.js';
import { PRISES_EN_CHARGE_FOLDER } from './prises-en-charge/index.js';
import { SUITES_FOLDER } from './suites/index.js';
import { SUIVIS_CEJ_FOLDER } from './suivis-cej/index.js';

/** Every flow of the exchange, sorted by code: adding one is adding its folder and a line here. */
export const FLOW_FOLDERS = [
  SUIVIS_CEJ_FOLDER,
  ORIENTATIONS_FOLDER,
  PRISES_EN_CHARGE_FOLDER,
  SUITES_FOLDER,
] as const;

type FlowsOf<Folders extends readonly { readonly flow: Flow }[]> = {
  readonly [Index in keyof Folders]: Folders[Index]['flow'];
};

/** The declarations of the flows; `map` forgets that there is one per folder, the type says it. */
export const FLOWS = FLOW_FOLDERS.map(({ flow }) => flow) as unknown as FlowsOf<
  typeof FLOW_FOLDERS
>;
export type FlowCode = (typeof FLOWS)[number]['code'];

/** The flow of a code, in either case; nothing when the code is of no flow. */
export function flowNamed(code: string): (typeof FLOWS)[number] | undefined {
  return FLOWS.find((flow) => flow.code === code.toUpperCase());
}

export { ORIENTATIONS } from './orientations/flow.js';
export { PRISES_EN_CHARGE } from './prises-en-charge/flow.js';
export { SUITES } from './suites/flow.js';
export { SUIVIS_CEJ } from './suivis-cej/flow.js';
