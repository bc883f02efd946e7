import { addMonths, parseMonth, type LocalDate, type Month } from '../../kernel/index.js';
import { fileNameOf } from '../deposit/index.js';
import { OLDEST_CORRECTION_MONTHS, type Flow, type LineType } from '../flow/index.js';

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

/** What a recipient was told of a record, which changed since. */
export interface ToldBefore {
  /** The month of the file that told it last. */
  readonly month: Month;
  /** True when nothing is left of what was told. */
  readonly isUndone: boolean;
  /** True when what was said before is changed, rather than something said that came after. */
  readonly isCorrected: boolean;
}

/** How a line begins, its number apart. */
export interface LineStart {
  readonly type: LineType;
  readonly period: Month | null;
}

/**
 * What a line of such a file is (exchange.md 7.e.3, 7.e.5): a notice, a situation, or the change of what
 * an older month told. A photo of the very month that is changed says what is so: block L keeps
 * corrections for months before that of the file.
 */
export function lineStartOf(
  { nature, period }: Pick<OutboundPlace, 'nature' | 'period'>,
  told: ToldBefore | null,
): LineStart {
  if (nature === 'S') return { type: 'EVENEMENT', period: null };
  const month = parseMonth(period);
  const isChange = told !== null && (told.isUndone || told.isCorrected);
  if (!isChange || !month || told.month >= month) return { type: 'SITUATION', period: null };
  const oldest = addMonths(month, -OLDEST_CORRECTION_MONTHS);
  return {
    type: told.isUndone ? 'ANNULATION' : 'CORRECTION',
    period: told.month < oldest ? oldest : told.month,
  };
}
