import { parseLocalDate, parseMonth } from '../../kernel/index.js';
import type { LocalDate, Month } from '../../kernel/index.js';
import { doorFault } from '../catalogue/index.js';
import type { DoorFault } from '../catalogue/index.js';

/** Production or test (exchange.md 7.b). */
export const EXCHANGE_MODES = ['P', 'T'] as const;
export type ExchangeMode = (typeof EXCHANGE_MODES)[number];

/** Initial, replacement, corrections, annulation, nil, event notice (exchange.md 7.b). */
export const FILE_NATURES = ['I', 'R', 'C', 'A', 'N', 'S'] as const;
export type FileNature = (typeof FILE_NATURES)[number];

export const FILE_EXTENSIONS = ['csv', 'csv.zip', 'csv.age', 'xlsx', 'ods'] as const;
export type FileExtension = (typeof FILE_EXTENSIONS)[number];

/** What the name of an exchange file says. */
export interface FileNameParts {
  readonly flow: string;
  readonly mode: ExchangeMode;
  /** Code of the organisation that sends. */
  readonly emitter: string;
  /** The emitter's day for nature S, a month otherwise (contract.md 3). */
  readonly period: LocalDate | Month;
  /** 1 to 999999, one counter per flow, mode and emitter. */
  readonly sequence: number;
  readonly nature: FileNature;
  readonly schemaMajor: number;
  readonly extension: FileExtension;
}

export type FileNameReading =
  | { readonly ok: true; readonly parts: FileNameParts }
  | { readonly ok: false; readonly fault: DoorFault };

const SHAPE =
  /^(?<flow>[A-Z]{3})_(?<mode>[PT])_(?<emitter>[A-Z0-9-]{6,14})_(?<period>\d{4}-\d{2}(?:-\d{2})?)_(?<sequence>\d{6})_(?<nature>[IRCANS])_v(?<major>\d{1,2})\.(?<extension>csv|csv\.zip|csv\.age|xlsx|ods)$/;
const EXAMPLE = 'SUI_P_RSMA-RE_2026-11_000214_I_v1.csv';

/**
 * Reads the name of a deposited file by the one strict expression of exchange.md 7.b, before anything
 * else uses it; `NOM_INVALIDE` otherwise. The name is never echoed. `elsewhere` are the flows that
 * exist but that only others send.
 */
export function parseFileName(
  name: string,
  flows: readonly string[],
  elsewhere: readonly string[] = [],
): FileNameReading {
  const groups = SHAPE.exec(name)?.groups;
  const mode = EXCHANGE_MODES.find((known) => known === groups?.['mode']);
  const nature = FILE_NATURES.find((known) => known === groups?.['nature']);
  const extension = FILE_EXTENSIONS.find((known) => known === groups?.['extension']);
  if (!groups || !mode || !nature || !extension) {
    return { ok: false, fault: doorFault('NOM_INVALIDE', { exemple: EXAMPLE }) };
  }
  const { flow = '', emitter = '' } = groups;
  if (!flows.includes(flow)) {
    return { ok: false, fault: flowFault(flow, flows, elsewhere) };
  }
  const period = parsePeriod(groups['period'] ?? '', nature);
  if (!period) {
    const details = { nature, attendu: periodShape(nature) };
    return { ok: false, fault: doorFault('NOM_INVALIDE:PERIODE', details) };
  }
  const sequence = Number(groups['sequence']);
  if (sequence === 0) return { ok: false, fault: doorFault('NOM_INVALIDE:SEQUENCE', {}) };
  const schemaMajor = Number(groups['major']);
  return {
    ok: true,
    parts: { flow, mode, emitter, period, sequence, nature, schemaMajor, extension },
  };
}

function flowFault(
  flow: string,
  flows: readonly string[],
  elsewhere: readonly string[],
): DoorFault {
  const allowed = flows.join(', ');
  return elsewhere.includes(flow)
    ? doorFault('NOM_INVALIDE:FLUX_NON_EMIS', { flux: flow, permis: allowed })
    : doorFault('NOM_INVALIDE:FLUX', { flux: allowed });
}

/** The name of a file; the inverse of {@link parseFileName}. */
export function fileNameOf(parts: FileNameParts): string {
  const { flow, mode, emitter, period, nature, schemaMajor, extension } = parts;
  const sequence = String(parts.sequence).padStart(6, '0');
  return `${flow}_${mode}_${emitter}_${period}_${sequence}_${nature}_v${schemaMajor}.${extension}`;
}

/** The name of the sidecar manifest: without `.csv`, plus `.manifeste.json` (contract.md 3). */
export function manifestNameOf(fileName: string): string {
  return `${fileName.replace(/\.(?:csv|csv\.zip|csv\.age|xlsx|ods)$/, '')}.manifeste.json`;
}

/** The period a nature takes: a day for S, a month otherwise; nothing for what does not exist. */
export function parsePeriod(text: string, nature: FileNature): LocalDate | Month | undefined {
  return nature === 'S' ? parseLocalDate(text) : parseMonth(text);
}

/** What to write as a period, in French. */
export function periodShape(nature: FileNature): string {
  return nature === 'S' ? 'un jour AAAA-MM-JJ' : 'un mois AAAA-MM';
}
