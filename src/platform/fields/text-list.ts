import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { listFaults, listSchema, type ListOptions } from './code-fields.js';
import type { FieldFault } from './field-fault.js';
import { field, type Presence } from './field.js';
import { textFaults, textSchema, tidy, type TextOptions } from './text-fields.js';

export interface TextListOptions extends ListOptions {
  /** What each text must be. */
  readonly item: TextOptions;
}

/** A list of texts, in their order; each is trimmed and checked like a single one, none is empty. */
export function TextList(options: TextListOptions): PropertyDecorator {
  return textList(options, 'required');
}

/** The same, that may be left out. */
export function OptionalTextList(options: TextListOptions): PropertyDecorator {
  return textList(options, 'optional');
}

function textList(options: TextListOptions, presence: Presence): PropertyDecorator {
  const schema = { ...listSchema(options), items: textSchema(options.item) };
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => tidyAll(value)),
    field(
      (value) => listFaults(value, options) ?? itemFaults(value, options.item),
      schema,
      options,
      presence,
    ),
  );
}

function tidyAll(value: unknown): unknown {
  return Array.isArray(value) ? value.map((item: unknown) => tidy(item, '')) : value;
}

function itemFaults(value: unknown, item: TextOptions): FieldFault[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((text: unknown, index) =>
    textFaults(text, item).map((found) => ({ ...found, at: `/${index}` })),
  );
}
