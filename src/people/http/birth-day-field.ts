import { field, fault, type FieldOptions } from '../../platform/fields/index.js';
import { parseBirthDate } from '../domain/birth-date.js';

const SCHEMA = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

/** A day of birth as civil status knows it, whole or in part; the property is a `BirthDate`. */
export function BirthDay(options: FieldOptions = {}): PropertyDecorator {
  return field(faultsOf, SCHEMA, options, 'required');
}

/** The same, that may be left out. */
export function OptionalBirthDay(options: FieldOptions = {}): PropertyDecorator {
  return field(faultsOf, SCHEMA, options, 'optional');
}

function faultsOf(value: unknown) {
  return typeof value === 'string' && parseBirthDate(value) ? [] : [fault('type-error', EXPECTED)];
}

const EXPECTED =
  'Une date réelle est attendue, au format AAAA-MM-JJ ; 00 pour un jour, ou un mois et un jour, inconnus.';
