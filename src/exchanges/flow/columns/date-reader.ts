import { addDays, localDate, parseLocalDate } from '../../../kernel/index.js';
import type { LocalDate } from '../../../kernel/index.js';
import type { CellFaults } from '../column.js';
import { reportKnownCause } from './refused-text.js';

const ISO_SHAPE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const DAY_FIRST = /^([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})$/;
const YEAR_FIRST = /^([0-9]{4})[-/.]?([0-9]{1,2})[-/.]?([0-9]{1,2})(?:T.*)?$/;
/** Serial numbers of the days from 1954 to 2119 in a spreadsheet. */
const SPREADSHEET_DAY = /^[2-7][0-9]{4}$/;

/**
 * Reads a civil day. `AAAA-MM-JJ` is the format; `JJ/MM/AAAA` is accepted with a warning, always day
 * first; any other is refused, with a suggestion when only one day can be meant (exchange.md 6.5 #77, #79).
 */
export function readDay(text: string, faults: CellFaults): LocalDate | undefined {
  const day = parseLocalDate(text);
  if (day !== undefined) return day;
  if (ISO_SHAPE.test(text)) return impossible(faults);
  const [, dayPart, monthPart, year] = DAY_FIRST.exec(text) ?? [];
  if (dayPart === undefined || monthPart === undefined) return refuseFormat(text, faults);
  const converted = dayOf(year, monthPart, dayPart);
  if (converted === undefined) return impossible(faults);
  faults.report('FORMAT_DATE', {
    level: 'AVERTISSEMENT',
    precision: 'JOUR_MOIS_ANNEE',
    suggestion: converted,
  });
  return converted;
}

/** Reports a date written in a format that is not accepted. */
export function refuseFormat(text: string, faults: CellFaults): undefined {
  if (SPREADSHEET_DAY.test(text)) {
    const suggestion = addDays(localDate(1899, 12, 30), Number(text));
    faults.report('FORMAT_DATE', { precision: 'NUMERO_EXCEL', suggestion });
    return undefined;
  }
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  const suggestion = dayOf(year, month, day);
  if (suggestion !== undefined) faults.report('FORMAT_DATE', { suggestion });
  else if (!reportKnownCause(text, faults)) faults.report('FORMAT_DATE');
  return undefined;
}

/** Reports a date that is not in the calendar. */
export function impossible(faults: CellFaults): undefined {
  faults.report('type-error', { precision: 'DATE_IMPOSSIBLE' });
  return undefined;
}

function dayOf(year = '', month = '', day = ''): LocalDate | undefined {
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
