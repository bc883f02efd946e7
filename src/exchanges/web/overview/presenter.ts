import { parseLocalDate, parseMonth, type Instant } from '../../../kernel/index.js';
import { longDate, longInstant, longMonth } from '../../../platform/french/index.js';
import type { ExchangeFile } from '../../domain/exchange-file.js';
import { flowNamed } from '../../flows/index.js';
import type { ExpectedFile } from '../../use-cases/list-expected-files.js';
import { fileState, NATURE_WORDS, SLOT_WORDS, type StateWords } from '../exchange-words.js';

/** A file to send, in words. */
export interface ExpectedLine {
  readonly key: string;
  readonly flow: string;
  readonly period: string;
  readonly state: StateWords;
  readonly due: string;
  readonly nextSequence: number;
}

/** A deposited file, in words. */
export interface SentLine {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  readonly state: StateWords;
  readonly received: string;
  readonly rows: number | null;
  readonly rejected: number;
}

/** The lines of the overview on the clock of an organisation. */
export class OverviewPresenter {
  constructor(private readonly timeZone: string) {}

  /** Notices may be sent at any time: they are no line of the calendar. */
  expected(files: readonly ExpectedFile[]): ExpectedLine[] {
    return files
      .filter(({ period }) => period !== null)
      .map(({ flow, mode, period, state, dueAt, closesAt, nextSequence }) => ({
        key: `${flow} ${mode} ${period}`,
        flow: flowTitle(flow),
        period: periodWords(period),
        state: SLOT_WORDS[state],
        due: this.when(dueAt ?? closesAt),
        nextSequence,
      }));
  }

  sent(file: ExchangeFile): SentLine {
    return {
      id: file.id,
      name: file.fileName ?? 'Fichier sans nom lisible',
      what: whatOf(file),
      state: fileState(file),
      received: this.when(file.receivedAt),
      rows: file.rows,
      rejected: file.counters.rejected,
    };
  }

  private when(instant: Instant | null): string {
    return instant === null ? '–' : longInstant(instant, this.timeZone);
  }
}

/** What a file is: flow, nature, period, and that it is a test. */
export function whatOf({ place }: Pick<ExchangeFile, 'place'>): string {
  if (!place) return 'Nature inconnue';
  const nature = NATURE_WORDS[place.nature] ?? place.nature;
  const words = [flowTitle(place.flow), nature, periodWords(place.period)];
  return place.mode === 'T' ? ['Essai', ...words].join(' · ') : words.join(' · ');
}

/** The French title of a flow. */
export function flowTitle(code: string): string {
  return flowNamed(code)?.title ?? code;
}

/** A month or a day in words. */
export function periodWords(period: string | null): string {
  if (period === null) return '–';
  const month = parseMonth(period);
  if (month) return longMonth(month);
  const day = parseLocalDate(period);
  return day ? longDate(day) : period;
}
