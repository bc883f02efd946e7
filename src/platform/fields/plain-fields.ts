import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { fault, type FieldFault } from './field-fault.js';
import { field, type FieldOptions, type Presence } from './field.js';

export interface FlagOptions extends FieldOptions {
  /** The value comes from a query string: `true` or `false` as texts. */
  readonly isInQuery?: boolean;
}

export interface WholeNumberOptions extends FlagOptions {
  readonly min: number;
  readonly max: number;
}

/** True or false, and nothing that looks like it. */
export function Flag(options: FlagOptions = {}): PropertyDecorator {
  return flag(options, 'required');
}

/** True or false, that may be left out. */
export function OptionalFlag(options: FlagOptions = {}): PropertyDecorator {
  return flag(options, 'optional');
}

/** A whole number between two bounds, both included. */
export function WholeNumber(options: WholeNumberOptions): PropertyDecorator {
  return wholeNumber(options, 'required');
}

/** A whole number that may be left out. */
export function OptionalWholeNumber(options: WholeNumberOptions): PropertyDecorator {
  return wholeNumber(options, 'optional');
}

function flag(options: FlagOptions, presence: Presence): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      options.isInQuery === true && (value === 'true' || value === 'false')
        ? value === 'true'
        : value,
    ),
    field(flagFaults, { type: 'boolean' }, options, presence),
  );
}

function wholeNumber(options: WholeNumberOptions, presence: Presence): PropertyDecorator {
  const schema = { type: 'integer', minimum: options.min, maximum: options.max };
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      options.isInQuery === true && typeof value === 'string' && /^-?\d{1,15}$/.test(value)
        ? Number(value)
        : value,
    ),
    field((value) => numberFaults(value, options), schema, options, presence),
  );
}

function flagFaults(value: unknown): FieldFault[] {
  return typeof value === 'boolean' ? [] : [fault('type-error', 'true ou false est attendu.')];
}

function numberFaults(value: unknown, { min, max }: WholeNumberOptions): FieldFault[] {
  if (!Number.isSafeInteger(value)) return [fault('type-error', 'Un nombre entier est attendu.')];
  if (Number(value) >= min && Number(value) <= max) return [];
  return [fault('constraint-error', `Un nombre de ${min} à ${max} est attendu.`)];
}
