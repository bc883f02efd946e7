import { parseLocalDate, parseMonth } from '../../kernel/index.js';
import { fault, type FieldFault } from './field-fault.js';
import { field, type FieldOptions } from './field.js';

const DAY = { type: 'string', format: 'date' };
const MONTH = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' };

/** A civil day `AAAA-MM-JJ` that exists; the property is a `LocalDate`. */
export function Day(options: FieldOptions = {}): PropertyDecorator {
  return field(dayFaults, DAY, options, 'required');
}

/** A civil day that may be left out. */
export function OptionalDay(options: FieldOptions = {}): PropertyDecorator {
  return field(dayFaults, DAY, options, 'optional');
}

/** A civil month `AAAA-MM`; the property is a `Month`. */
export function MonthField(options: FieldOptions = {}): PropertyDecorator {
  return field(monthFaults, MONTH, options, 'required');
}

/** A civil month that may be left out. */
export function OptionalMonth(options: FieldOptions = {}): PropertyDecorator {
  return field(monthFaults, MONTH, options, 'optional');
}

function dayFaults(value: unknown): FieldFault[] {
  return typeof value === 'string' && parseLocalDate(value)
    ? []
    : [fault('type-error', 'Une date réelle est attendue, au format AAAA-MM-JJ.')];
}

function monthFaults(value: unknown): FieldFault[] {
  return typeof value === 'string' && parseMonth(value)
    ? []
    : [fault('type-error', 'Un mois est attendu, au format AAAA-MM.')];
}
