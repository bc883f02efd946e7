import { codesOf, isCodeOf, type CodeList } from '../../kernel/index.js';
import { fault, type FieldFault } from './field-fault.js';
import { field, type FieldOptions } from './field.js';

export interface ListOptions extends FieldOptions {
  /** Most items; 1,000 when absent, which is the limit of any list (SEC-34). */
  readonly max?: number;
  /** Least items; 0 when absent. */
  readonly min?: number;
}

/**
 * One code of a list, whatever the day: whether it is still in force on the day that counts is for
 * the use case to say (contract.md 4).
 */
export function CodeOf(list: CodeList, options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => codeFaults(list, value),
    codeSchema(list),
    about(list, options),
    'required',
  );
}

/** One code of a list, that may be left out. */
export function OptionalCodeOf(list: CodeList, options: FieldOptions = {}): PropertyDecorator {
  return field(
    (value) => codeFaults(list, value),
    codeSchema(list),
    about(list, options),
    'optional',
  );
}

/** Codes of a list, each once. */
export function ListOfCodes(list: CodeList, options: ListOptions = {}): PropertyDecorator {
  const schema = { ...listSchema(options), uniqueItems: true, items: codeSchema(list) };
  return field(
    (value) => listFaults(value, options) ?? itemFaults(list, value),
    schema,
    about(list, options),
    'required',
  );
}

/** The schema of any list. */
export function listSchema({ min, max }: ListOptions): Record<string, unknown> {
  return { type: 'array', minItems: min ?? 0, maxItems: max ?? 1000 };
}

/** The faults of a list as a whole; nothing when its items can be looked at. */
export function listFaults(value: unknown, { min, max }: ListOptions): FieldFault[] | undefined {
  if (!Array.isArray(value)) return [fault('type-error', 'Une liste est attendue.')];
  if (value.length > (max ?? 1000)) {
    return [fault('constraint-error', `${max ?? 1000} éléments au plus sont attendus.`)];
  }
  if (value.length < (min ?? 0)) {
    return [fault('constraint-error', `${min ?? 0} élément(s) au moins sont attendus.`)];
  }
  return undefined;
}

function codeSchema(list: CodeList): Record<string, unknown> {
  return { type: 'string', enum: [...codesOf(list)] };
}

function about(list: CodeList, options: FieldOptions): FieldOptions {
  return { ...options, about: options.about ?? list.about };
}

function codeFaults(list: CodeList, value: unknown): FieldFault[] {
  if (typeof value !== 'string') return [fault('type-error', 'Un code est attendu.')];
  if (isCodeOf(list, value)) return [];
  return [fault('CODE_INCONNU', `Ce code n’est pas dans la liste « ${list.name} ».`)];
}

function itemFaults(list: CodeList, value: unknown): FieldFault[] {
  if (!Array.isArray(value)) return [];
  const items: readonly unknown[] = value;
  return items.flatMap((item, index) => {
    const at = `/${index}`;
    if (items.indexOf(item) < index) {
      return [{ ...fault('constraint-error', 'Ce code est donné deux fois.'), at }];
    }
    return codeFaults(list, item).map((found) => ({ ...found, at }));
  });
}
