import 'reflect-metadata';
import { codeList, type LocalDate, type Month } from '../../kernel/index.js';
import {
  CodeOf,
  Day,
  Flag,
  ListOfCodes,
  MonthField,
  Nested,
  NestedList,
  OptionalDay,
  OptionalNested,
  OptionalText,
  OptionalWholeNumber,
  readFields,
  Text,
  TextList,
  Uuid,
  WholeNumber,
} from './index.js';

const FRUIT = codeList('FRUIT', 'Les fruits du verger', { POMME: 'Pomme', POIRE: 'Poire' });

class Tree {
  @Text({ max: 5, pattern: /^[A-Z]+$/, shape: 'des majuscules' })
  readonly name: string;
}

class Orchard {
  @Text({ max: 10, about: 'Nom du verger' })
  readonly name: string;

  @OptionalText({ max: 10 })
  readonly nickname?: string | null;

  @TextList({ min: 1, max: 2, item: { max: 5 } })
  readonly labels: string[];

  @Day()
  readonly plantedOn: LocalDate;

  @OptionalDay()
  readonly closedOn?: LocalDate | null;

  @MonthField()
  readonly period: Month;

  @CodeOf(FRUIT)
  readonly fruit: string;

  @ListOfCodes(FRUIT, { max: 2 })
  readonly others: string[];

  @Flag()
  readonly isOpen: boolean;

  @Uuid()
  readonly owner: string;

  @WholeNumber({ min: 1, max: 9 })
  readonly rows: number;

  @OptionalWholeNumber({ min: 1, max: 9, isInQuery: true })
  readonly limit?: number;

  @Nested(Tree)
  readonly first: Tree;

  @OptionalNested(Tree)
  readonly second?: Tree | null;

  @NestedList(Tree, { max: 2 })
  readonly trees: Tree[];
}

const RIGHT = {
  name: '  Verger ',
  nickname: null,
  labels: [' AB '],
  plantedOn: '2024-02-29',
  period: '2026-11',
  fruit: 'POMME',
  others: ['POIRE'],
  isOpen: true,
  owner: '0b7e1a52-8c52-4a0c-9c1b-6a5b8a0f1c11',
  rows: 3,
  limit: '5',
  first: { name: 'ARBRE' },
  trees: [{ name: 'A' }],
};

async function issuesWith(change: object): Promise<unknown> {
  const read = await readFields(Orchard, { ...RIGHT, ...change });
  return read.isRight ? [] : read.issues.map(({ pointer, code }) => [pointer, code]);
}

describe('Declared fields', () => {
  it('read a right object, trimmed and typed', async () => {
    const read = await readFields(Orchard, RIGHT);

    expect(read).toMatchObject({
      isRight: true,
      value: { name: 'Verger', limit: 5, labels: ['AB'] },
    });
    expect(read.isRight && read.value.first).toBeInstanceOf(Tree);
  });

  it.each<[string, object, unknown]>([
    ['nothing for a group that may be absent', { second: null }, []],
    [
      'a group that may be absent, misspelt',
      { second: { name: 'a' } },
      [['/second/name', 'constraint-error']],
    ],
    ['a text for such a group', { second: 'A' }, [['/second', 'type-error']]],
    ['a missing text', { name: undefined }, [['/name', 'required']]],
    ['a text of spaces', { name: '  ' }, [['/name', 'required']]],
    ['a number for a text', { name: 12 }, [['/name', 'type-error']]],
    ['a text too long', { name: 'x'.repeat(11) }, [['/name', 'constraint-error']]],
    ['a control character', { name: 'a\u0000b' }, [['/name', 'constraint-error']]],
    ['a text for a list of texts', { labels: 'AB' }, [['/labels', 'type-error']]],
    ['an empty list of texts', { labels: [] }, [['/labels', 'constraint-error']]],
    ['an empty text in a list', { labels: ['A', ' '] }, [['/labels/1', 'constraint-error']]],
    ['a number in a list of texts', { labels: [1] }, [['/labels/0', 'type-error']]],
    ['a day that does not exist', { plantedOn: '2025-02-29' }, [['/plantedOn', 'type-error']]],
    ['an instant for a day', { plantedOn: '2025-02-28T00:00' }, [['/plantedOn', 'type-error']]],
    ['a 13th month', { period: '2026-13' }, [['/period', 'type-error']]],
    ['a code not in the list', { fruit: 'FIGUE' }, [['/fruit', 'CODE_INCONNU']]],
    ['an object for a code', { fruit: { POMME: 1 } }, [['/fruit', 'type-error']]],
    ['a prototype name for a code', { fruit: 'constructor' }, [['/fruit', 'CODE_INCONNU']]],
    ['a text for a list', { others: 'POIRE' }, [['/others', 'type-error']]],
    ['an unknown code in a list', { others: ['POIRE', 'X'] }, [['/others/1', 'CODE_INCONNU']]],
    ['a code twice', { others: ['POIRE', 'POIRE'] }, [['/others/1', 'constraint-error']]],
    ['a list too long', { others: ['A', 'B', 'C'] }, [['/others', 'constraint-error']]],
    ['a text for a flag', { isOpen: 'true' }, [['/isOpen', 'type-error']]],
    ['an id that is no UUID', { owner: '12' }, [['/owner', 'type-error']]],
    ['a number out of bounds', { rows: 10 }, [['/rows', 'constraint-error']]],
    ['a decimal number', { rows: 1.5 }, [['/rows', 'type-error']]],
    ['a number as text outside a query', { rows: '3' }, [['/rows', 'type-error']]],
    ['a text for a group', { first: 'x' }, [['/first', 'type-error']]],
    ['a list for a group', { first: [{ name: 'A' }] }, [['/first', 'type-error']]],
    ['a missing group', { first: null }, [['/first', 'required']]],
    ['a fault inside a group', { first: { name: 'a' } }, [['/first/name', 'constraint-error']]],
    ['a fault inside a list', { trees: [{ name: 'A' }, {}] }, [['/trees/1/name', 'required']]],
    ['a text in a list of groups', { trees: ['A'] }, [['/trees/0', 'type-error']]],
    ['an unknown property', { birthName: 'x' }, [['/birthName', 'unknown-property']]],
    [
      'an unknown property of a group',
      { first: { name: 'A', 'a/b': 1 } },
      [['/first/a~1b', 'unknown-property']],
    ],
  ])('refuse %s', async (_title, change, issues) => {
    expect(await issuesWith(change)).toEqual(issues);
  });

  it('leave optional fields out', async () => {
    expect(await issuesWith({ nickname: undefined, closedOn: null, limit: undefined })).toEqual([]);
    const read = await readFields(Orchard, { ...RIGHT, nickname: ' ' });
    expect(read.isRight && read.value.nickname).toBeNull();
  });

  it('say what is wrong in French without quoting the value', async () => {
    const read = await readFields(Tree, { name: 'dupont' });

    expect(read.isRight ? [] : read.issues).toEqual([
      { pointer: '/name', code: 'constraint-error', detail: '5 caractères au plus sont attendus.' },
    ]);
  });

  it.each([[null], [[]], ['x'], [3]])('refuse %j where an object is due', async (plain) => {
    const read = await readFields(Tree, plain);

    expect(read).toMatchObject({ isRight: false, issues: [{ pointer: '', code: 'type-error' }] });
  });
});
