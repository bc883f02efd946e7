import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { isForbiddenIdentifier, isForbiddenText } from '../../kernel/index.js';
import { fault, type FieldFault } from './field-fault.js';
import { field, type FieldOptions, type Presence } from './field.js';

export interface TextOptions extends FieldOptions {
  /** Longest text, in characters, after trimming. */
  readonly max: number;
  readonly min?: number;
  readonly pattern?: RegExp;
  /** What the pattern wants, in French: « 5 chiffres ». */
  readonly shape?: string;
  /** People may write what they like: then health data is looked for as well. */
  readonly isFree?: boolean;
  /** Line breaks and tabs are welcome. */
  readonly isMultiline?: boolean;
}

/** A text that must be there. Trimmed and in Unicode form C before it is read. */
export function Text(options: TextOptions): PropertyDecorator {
  return text(options, 'required');
}

/** A text that may be left out, `null` or empty; empty reads as `null`. */
export function OptionalText(options: TextOptions): PropertyDecorator {
  return text(options, 'optional');
}

/** The id of a resource. */
export function Uuid(options: FieldOptions = {}): PropertyDecorator {
  return field(uuidFaults, { type: 'string', format: 'uuid' }, options, 'required');
}

/** The id of a resource that may be left out. */
export function OptionalUuid(options: FieldOptions = {}): PropertyDecorator {
  return field(uuidFaults, { type: 'string', format: 'uuid' }, options, 'optional');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for the text of a UUID, of any version. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

function text(options: TextOptions, presence: Presence): PropertyDecorator {
  const empty = presence === 'optional' ? null : '';
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => tidy(value, empty)),
    field((value) => textFaults(value, options), textSchema(options), options, presence),
  );
}

/** What the document says of such a text. */
export function textSchema({ min, max, pattern }: TextOptions): Record<string, unknown> {
  return {
    type: 'string',
    minLength: min ?? 1,
    maxLength: max,
    ...(pattern === undefined ? {} : { pattern: pattern.source }),
  };
}

/** A text in Unicode form C without the spaces around it, or `empty`; other values as they are. */
export function tidy(value: unknown, empty: '' | null): unknown {
  if (typeof value !== 'string') return value;
  const trimmed = value.normalize('NFC').trim();
  return trimmed === '' ? empty : trimmed;
}

const FORBIDDEN =
  'Ce texte ressemble à une donnée de santé ou à un numéro de sécurité sociale : elle ne doit jamais ' +
  'être transmise. Retirez-la ; elle n’a pas été conservée.';

/** The faults of one text; none when it is right. */
export function textFaults(value: unknown, options: TextOptions): FieldFault[] {
  if (typeof value !== 'string') return [fault('type-error', 'Un texte est attendu.')];
  // Characters, not UTF-16 units: a letter outside the first plane counts as one.
  const length = [...value].length;
  if (length > options.max) {
    return [fault('constraint-error', `${options.max} caractères au plus sont attendus.`)];
  }
  if (length < (options.min ?? 1)) {
    return [fault('constraint-error', `${options.min ?? 1} caractères au moins sont attendus.`)];
  }
  if (hasControlCharacter(value, options.isMultiline === true)) {
    return [fault('constraint-error', 'Ce texte contient un caractère de contrôle.')];
  }
  const isForbidden = options.isFree === true ? isForbiddenText : isForbiddenIdentifier;
  if (isForbidden(value)) return [fault('CONTENU_INTERDIT', FORBIDDEN)];
  if (options.pattern && !options.pattern.test(value)) {
    const wanted = options.shape === undefined ? '' : ` Forme attendue : ${options.shape}.`;
    return [fault('constraint-error', `Ce texte n’a pas la forme attendue.${wanted}`)];
  }
  return [];
}

function hasControlCharacter(value: string, isMultiline: boolean): boolean {
  return /[\p{Cc}\p{Cs}\u2028\u2029]/u.test(isMultiline ? value.replace(/[\n\r\t]/g, '') : value);
}

function uuidFaults(value: unknown): FieldFault[] {
  return isUuid(value) ? [] : [fault('type-error', 'Un identifiant (UUID) est attendu.')];
}
