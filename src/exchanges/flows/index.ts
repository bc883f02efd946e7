import type { Flow } from '../flow/index.js';
import { CANDIDATS_DIRECTS_FOLDER } from './candidats-directs/index.js';
import { DEVENIRS_FOLDER } from './devenirs/index.js';
import { EXITS_FOLDER } from './exits/index.js';
import { INCORPORATIONS_FOLDER } from './incorporations/index.js';
import { ORIENTATIONS_FOLDER } from './orientations/index.js';
import { PRESENCES_FOLDER } from './presences/index.js';
import { PRISES_EN_CHARGE_FOLDER } from './prises-en-charge/index.js';
import { SUITES_FOLDER } from './suites/index.js';
import { SUIVIS_CEJ_FOLDER } from './suivis-cej/index.js';

/**
 * Every flow of the exchange, in the order in which a young person meets them: adding one is adding its
 * folder and a line here.
 */
export const FLOW_FOLDERS = [
  ORIENTATIONS_FOLDER,
  SUITES_FOLDER,
  CANDIDATS_DIRECTS_FOLDER,
  INCORPORATIONS_FOLDER,
  PRESENCES_FOLDER,
  EXITS_FOLDER,
  PRISES_EN_CHARGE_FOLDER,
  SUIVIS_CEJ_FOLDER,
  DEVENIRS_FOLDER,
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

export { CANDIDATS_DIRECTS } from './candidats-directs/flow.js';
export { DEVENIRS } from './devenirs/flow.js';
export { EXITS } from './exits/flow.js';
export { INCORPORATIONS } from './incorporations/flow.js';
export { ORIENTATIONS } from './orientations/flow.js';
export { PRESENCES } from './presences/flow.js';
export { PRISES_EN_CHARGE } from './prises-en-charge/flow.js';
export { SUITES } from './suites/flow.js';
export { SUIVIS_CEJ } from './suivis-cej/flow.js';
