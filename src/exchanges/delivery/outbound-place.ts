import type { LocalDate, Month } from '../../kernel/index.js';
import { fileNameOf } from '../deposit/index.js';
import type { Flow, LineType } from '../flow/index.js';

/** Who sends what the service makes (contract.md 3). */
export const OUTBOUND_EMITTER = 'PASSERELLE';

/** The place of a file in what a recipient gets. */
export interface OutboundPlace {
  readonly mode: 'P' | 'T';
  /** `C` completes the photo of the period, whose slot is still being told. */
  readonly nature: 'I' | 'C' | 'S';
  /** A day of the recipient for nature S, a month otherwise. */
  readonly period: LocalDate | Month;
  /** One counter per recipient, flow and mode. */
  readonly sequence: number;
  /** Code of the organisation. */
  readonly recipient: string;
}

/** The name of the file. */
export function outboundName(flow: Flow, place: OutboundPlace): string {
  const { mode, period, sequence, nature } = place;
  return fileNameOf({
    flow: flow.code,
    mode,
    emitter: OUTBOUND_EMITTER,
    period,
    sequence,
    nature,
    schemaMajor: Number(flow.version.split('.')[0]),
    extension: 'csv',
  });
}

/** What the lines of such a file are: news, or a situation. */
export function lineTypeOf({ nature }: Pick<OutboundPlace, 'nature'>): LineType {
  return nature === 'S' ? 'EVENEMENT' : 'SITUATION';
}
