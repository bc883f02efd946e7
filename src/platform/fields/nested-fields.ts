import { applyDecorators, type Type as Class } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { listFaults, listSchema, type ListOptions } from './code-fields.js';
import { fault, type FieldFault } from './field-fault.js';
import { field, type FieldOptions, type Presence } from './field.js';

/** A group of fields declared by another request class. */
export function Nested(of: Class, options: FieldOptions = {}): PropertyDecorator {
  return nested(of, options, 'required');
}

/** A group of fields that may be left out or be `null`. */
export function OptionalNested(of: Class, options: FieldOptions = {}): PropertyDecorator {
  return nested(of, options, 'optional');
}

/** A list of such groups. */
export function NestedList(of: Class, options: ListOptions = {}): PropertyDecorator {
  const schema = { ...listSchema(options), type: () => of, isArray: true };
  return applyDecorators(
    field((value) => listFaults(value, options) ?? groupFaults(value), schema, options, 'required'),
    ValidateNested({ each: true }),
    Type(() => of),
  );
}

function nested(of: Class, options: FieldOptions, presence: Presence): PropertyDecorator {
  return applyDecorators(
    field((value) => (isGroup(value) ? [] : [notAGroup()]), { type: () => of }, options, presence),
    // Without it the validator of what is nested refuses `null`, and says nothing.
    ...(presence === 'optional' ? [IsOptional()] : []),
    ValidateNested(),
    Type(() => of),
  );
}

function groupFaults(value: unknown): FieldFault[] {
  if (!Array.isArray(value)) return [];
  const items: readonly unknown[] = value;
  return items.flatMap((item, index) =>
    isGroup(item) ? [] : [{ ...notAGroup(), at: `/${index}` }],
  );
}

function isGroup(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notAGroup(): FieldFault {
  return fault('type-error', 'Un objet est attendu.');
}
