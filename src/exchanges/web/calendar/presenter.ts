import { counted, longInstant, longMonth } from '../../../platform/french/index.js';
import type { Instant } from '../../../kernel/index.js';
import type { SlotState } from '../../domain/slot-state.js';
import type {
  CalendarCell,
  CalendarMonth,
  ExchangeYear,
} from '../../use-cases/consult-calendar.js';
import { fileState, SLOT_WORDS, type StateWords } from '../exchange-words.js';
import { flowTitle } from '../overview/presenter.js';

export const CALENDAR_PATH = '/echanges/calendrier';

/** The first year of which files may be shown. */
const FIRST_YEAR = 2020;

/** The year an address asks for; null for none, and for what is no year. */
export function yearIn(text: string): number | null {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  return year >= FIRST_YEAR ? year : null;
}

/** A link of a cell; `about` tells it from those of other cells. */
export interface CellLink {
  readonly href: string;
  readonly label: string;
  readonly about: string;
}

/** A flow in a month, in words. */
export interface CellWords {
  readonly flow: string;
  /** Null where nothing is known. */
  readonly state: StateWords | null;
  readonly rejected: string;
  readonly links: readonly CellLink[];
}

/** A month of the calendar, in words. */
export interface MonthWords {
  readonly period: string;
  readonly month: string;
  readonly cells: readonly CellWords[];
  readonly opens: string;
  readonly due: string;
  readonly closes: string;
}

/** The calendar, in words. */
export interface CalendarWords {
  readonly title: string;
  readonly flows: readonly { readonly code: string; readonly title: string }[];
  readonly months: readonly MonthWords[];
  readonly before: number | null;
  readonly after: number | null;
}

interface Reader {
  readonly timeZone: string;
  readonly canDeposit: boolean;
}

/** Every word and decision of the calendar, on the clock of an organisation. */
export function calendarWords(found: ExchangeYear, reader: Reader): CalendarWords {
  const { year, presentYear } = found;
  return {
    title: `Calendrier des échanges ${year}`,
    flows: found.flows.map((code) => ({ code, title: flowTitle(code) })),
    // A month that was over before it was followed has nothing to say.
    months: found.months
      .filter(({ dates }) => dates !== null)
      .map((month) => monthWords(month, reader)),
    before: year > FIRST_YEAR ? year - 1 : null,
    after: year <= presentYear ? year + 1 : null,
  };
}

function monthWords({ period, dates, cells }: CalendarMonth, reader: Reader): MonthWords {
  const when = (instant: Instant | undefined) =>
    instant === undefined ? '' : longInstant(instant, reader.timeZone);
  return {
    period,
    month: longMonth(period),
    cells: cells.map((cell) => cellWords(cell, longMonth(period), period, reader)),
    opens: when(dates?.opensAt),
    due: when(dates?.dueAt),
    closes: when(dates?.closesAt),
  };
}

const AWAITED: readonly (SlotState | null)[] = ['expected', 'late'];

function cellWords(
  cell: CalendarCell,
  month: string,
  period: string,
  { canDeposit }: Reader,
): CellWords {
  const { flow, state, file } = cell;
  const about = `${flowTitle(flow)}, ${month}`;
  const isToSend = AWAITED.includes(state) && file?.state !== 'registered';
  const address = new URLSearchParams({ flux: flow, mois: period }).toString();
  return {
    flow,
    state: stateWords(cell),
    rejected: rejectedWords(file?.counters.rejected ?? 0),
    links: [
      ...(file ? [{ href: `/echanges/${file.id}`, label: 'Compte rendu', about }] : []),
      ...(canDeposit && isToSend
        ? [{ href: `/echanges/depot?${address}`, label: 'Déposer le fichier', about }]
        : []),
    ],
  };
}

/** What came says more than that it came; what was annulled is awaited again. */
function stateWords({ state, file }: CalendarCell): StateWords | null {
  const saysMore = file !== null && state !== 'nil' && state !== 'exempt';
  if (saysMore && file.place?.nature !== 'A') return fileState(file);
  return state && SLOT_WORDS[state];
}

function rejectedWords(count: number): string {
  return count === 0 ? '' : counted(count, 'ligne rejetée', 'lignes rejetées');
}
