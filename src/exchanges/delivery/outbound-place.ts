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
 * an older month told. What the very month of the file told is corrected by saying what is so; what is
 * taken back is annulled even then, since saying it again would say that it stands.
 */
export function lineStartOf(
  { nature, period }: Pick<OutboundPlace, 'nature' | 'period'>,
  told: ToldBefore | null,
): LineStart {
  if (nature === 'S') return { type: 'EVENEMENT', period: null };
  const month = parseMonth(period);
  if (!month || told === null) return { type: 'SITUATION', period: null };
  if (told.isUndone) return { type: 'ANNULATION', period: within(told.month, month) };
  const isChange = told.isCorrected && told.month < month;
  if (!isChange) return { type: 'SITUATION', period: null };
  return { type: 'CORRECTION', period: within(told.month, month) };
}

/** The month that told it, as far as block L may name it: no older than allowed, none after the file. */
function within(told: Month, month: Month): Month {
  const oldest = addMonths(month, -OLDEST_CORRECTION_MONTHS);
  if (told < oldest) return oldest;
  return told > month ? month : told;
}
