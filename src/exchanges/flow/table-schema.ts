import { codesOf } from '../../kernel/index.js';
import type { JsonValue } from '../../kernel/index.js';
import type { AnyColumn, CellShape } from './column.js';
import type { Flow } from './flow.js';

type JsonObject = Readonly<Record<string, JsonValue>>;
interface FieldShape {
  readonly type: string;
  readonly constraints?: JsonObject;
  readonly more?: JsonObject;
}

/**
 * The Table Schema v2 of a flow, as `GET /api/v1/flows/{flow}/schema.json` gives it (contract.md 2;
 * exchange.md 7.j). Partners may run it in any validator: patterns have explicit ranges, dates that may
 * be partial and lists are strings with a pattern. Rules between cells and check characters are not in
 * it: Table Schema has no words for them.
 */
export function tableSchema(flow: Flow): { readonly [key: string]: JsonValue } {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    name: flow.code.toLowerCase(),
    version: flow.version,
    title: flow.title,
    description: flow.about,
    fieldsMatch: 'superset',
    missingValues: [''],
    primaryKey: [...flow.primaryKey],
    fields: flow.columns.map(fieldOf),
  };
}

function fieldOf(column: AnyColumn): { [key: string]: JsonValue } {
  const { type, constraints = {}, more = {} } = fieldShape(column.type.shape);
  const isUnique = column.header === 'identifiant_ligne';
  return {
    name: column.header,
    type,
    title: column.title,
    description: `${column.about} Attendu : ${column.type.expected}.`,
    example: column.example,
    ...more,
    ...(column.isSensitive ? { 'x-sensible': true } : {}),
    ...(column.requiredIf ? { 'x-obligatoire-si': column.requiredIf } : {}),
    constraints: {
      required: column.required,
      ...(isUnique ? { unique: true } : {}),
      ...constraints,
    },
  };
}

function fieldShape(shape: CellShape): FieldShape {
  switch (shape.kind) {
    case 'integer':
      return { type: 'integer', constraints: { minimum: shape.min, maximum: shape.max } };
    case 'text':
    case 'names':
      return {
        type: 'string',
        constraints: { pattern: published(shape.pattern), maxLength: shape.maxLength },
      };
    case 'code':
      return {
        type: 'string',
        constraints: { enum: [...codesOf(shape.list)] },
        more: { 'x-nomenclature': shape.list.name },
      };
    case 'list': {
      const code = `(${codesOf(shape.list).join('|')})`;
      return {
        type: 'string',
        constraints: { pattern: `^${code}(\\|${code})*$` },
        more: { 'x-nomenclature': shape.list.name },
      };
    }
    case 'reference':
      return {
        type: 'string',
        constraints: { pattern: published(shape.pattern) },
        more: { 'x-nomenclature': shape.list },
      };
    case 'day':
      return { type: 'date', more: { format: 'default' } };
    case 'month':
      return { type: 'yearmonth' };
    case 'boolean':
      return { type: 'boolean', more: { trueValues: ['O'], falseValues: ['N'] } };
    default:
      return { type: 'string', constraints: { pattern: published(shape.pattern) } };
  }
}

/** The pattern in the words every regular expression engine has: groups without `?:`. */
function published(pattern: string): string {
  return pattern.replaceAll('(?:', '(');
}
