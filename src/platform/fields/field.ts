import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { registerDecorator } from 'class-validator';
import { encodeFaults, fault, type FieldFault } from './field-fault.js';

/** What every field may say about itself. */
export interface FieldOptions {
  /** What the field means, in French: shown in the documentation. */
  readonly about?: string;
  readonly example?: string | number | boolean | readonly string[];
}

/** Finds the faults of a value that is there; none when it is right. */
export type FieldRule = (value: unknown) => readonly FieldFault[];

/** How a field may be absent. */
export type Presence = 'required' | 'optional';

type Schema = Readonly<Record<string, unknown>>;

/**
 * Declares one field at once: its rule, its place in the OpenAPI document and its French messages, so
 * that they cannot say different things (architecture.md 7.7). An optional field may be left out or
 * be `null`; it then has no fault.
 */
export function field(
  rule: FieldRule,
  schema: Schema,
  options: FieldOptions,
  presence: Presence,
): PropertyDecorator {
  return applyDecorators(
    checked(presence === 'required' ? present(rule) : whenPresent(rule)),
    ApiProperty(apiOptions(schema, options, presence)),
  );
}

function present(rule: FieldRule): FieldRule {
  return (value) =>
    value === undefined || value === null || value === ''
      ? [fault('required', 'Ce champ est obligatoire.')]
      : rule(value);
}

function whenPresent(rule: FieldRule): FieldRule {
  return (value) => (value === undefined || value === null ? [] : rule(value));
}

function checked(rule: FieldRule): PropertyDecorator {
  return (target, propertyName) => {
    registerDecorator({
      name: 'field',
      target: target.constructor,
      propertyName: String(propertyName),
      validator: {
        validate: (value: unknown) => rule(value).length === 0,
        defaultMessage: (args) => encodeFaults(rule(args?.value)),
      },
    });
  };
}

function apiOptions(schema: Schema, options: FieldOptions, presence: Presence): ApiPropertyOptions {
  return {
    ...schema,
    required: presence === 'required',
    ...(presence === 'optional' ? { nullable: true } : {}),
    ...(options.about === undefined ? {} : { description: options.about }),
    ...(options.example === undefined ? {} : { example: options.example }),
  } as ApiPropertyOptions;
}
