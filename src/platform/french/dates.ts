import { partsOf, type Instant, type LocalDate, type Month } from '../../kernel/index.js';

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** `3 mars 2026`; the first of a month is `1er`. */
export function longDate(date: LocalDate): string {
  const { year, month, day } = partsOf(date);
  return `${day === 1 ? '1er' : day} ${MONTHS[month - 1]} ${year}`;
}

/** `03/03/2026`, for tables. */
export function shortDate(date: LocalDate): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

/** `mars 2026`. */
export function longMonth(month: Month): string {
  const [year, number] = month.split('-');
  return `${MONTHS[Number(number) - 1]} ${year}`;
}

/** `3 mars 2026 à 8 h 05`, its hour never broken over two lines, on the clock of a time zone (IANA name). */
export function longInstant(instant: Instant, timeZone: string): string {
  const { year, month, day, hour, minute } = clockParts(instant, timeZone);
  const date = `${day === 1 ? '1er' : day} ${MONTHS[month - 1]} ${year}`;
  return `${date} à ${hour}\u00A0h\u00A0${String(minute).padStart(2, '0')}`;
}

interface ClockParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** Making one costs a tenth of a millisecond: one per time zone, not one per row. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('fr-FR', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, made);
  return made;
}

function clockParts(instant: Instant, timeZone: string): ClockParts {
  const parts = formatOf(timeZone).formatToParts(Date.parse(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((one) => one.type === type)?.value ?? 0);
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  };
}
