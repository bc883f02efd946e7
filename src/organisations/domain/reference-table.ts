import type { FieldChange } from './organisation-changes.js';

/** The sets of reference data that a file may replace, by their word in addresses. */
export const REFERENCE_SETS = [
  'organismes',
  'conventions',
  'couverture',
  'delais',
  'prerequis',
] as const;
export type ReferenceSetName = (typeof REFERENCE_SETS)[number];

/** One thing of a set: what finds it, what people call it, and its values by field; empty = none. */
export interface ReferenceRow {
  readonly key: string;
  readonly label: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A thing that is not the same any more, or on one side only. */
export interface RowChange {
  readonly key: string;
  readonly label: string;
  readonly before: ReferenceRow | null;
  readonly after: ReferenceRow | null;
  readonly changes: readonly FieldChange[];
}

/** What tells two states of a set apart, in the order of the keys. */
export interface ReferenceDifference {
  readonly added: readonly RowChange[];
  readonly changed: readonly RowChange[];
  /** There now, and not in what comes. */
  readonly absent: readonly RowChange[];
  readonly unchanged: number;
}

/** Compares two states of a set, whose keys are each there once. */
export function diffRows(
  current: readonly ReferenceRow[],
  incoming: readonly ReferenceRow[],
): ReferenceDifference {
  const [before, after] = [byKey(current), byKey(incoming)];
  const keys = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  const all = keys.map((key) => changeOf(key, before.get(key) ?? null, after.get(key) ?? null));
  const different = all.filter(({ changes }) => changes.length > 0);
  return {
    added: different.filter((change) => change.before === null),
    changed: different.filter((change) => change.before !== null && change.after !== null),
    absent: different.filter((change) => change.after === null),
    unchanged: all.length - different.length,
  };
}

/** A set once its differences are applied; in the order of the keys. */
export function applyDifference(
  current: readonly ReferenceRow[],
  { added, changed, absent }: ReferenceDifference,
): readonly ReferenceRow[] {
  const rows = byKey(current);
  for (const { key } of absent) rows.delete(key);
  for (const { key, after } of [...added, ...changed]) if (after) rows.set(key, after);
  return [...rows.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** True when nothing is to be applied. */
export function isEmptyDifference({ added, changed, absent }: ReferenceDifference): boolean {
  return added.length + changed.length + absent.length === 0;
}

function changeOf(key: string, before: ReferenceRow | null, after: ReferenceRow | null): RowChange {
  const label = after?.label ?? before?.label ?? key;
  const fields = [...new Set([before, after].flatMap((row) => Object.keys(row?.values ?? {})))];
  const changes = fields
    .map((field) => ({ field, before: valueOf(before, field), after: valueOf(after, field) }))
    .filter((change) => change.before !== change.after);
  return { key, label, before, after, changes: isOneSided(before, after, changes) };
}

/** A row without any value is still there or not. */
function isOneSided(
  before: ReferenceRow | null,
  after: ReferenceRow | null,
  changes: readonly FieldChange[],
): readonly FieldChange[] {
  if (changes.length > 0 || (before !== null && after !== null)) return changes;
  return [{ field: '', before: before?.label ?? null, after: after?.label ?? null }];
}

function valueOf(row: ReferenceRow | null, field: string): string | null {
  const value = row && Object.hasOwn(row.values, field) ? row.values[field] : undefined;
  return value === undefined || value === '' ? null : value;
}

function byKey(rows: readonly ReferenceRow[]): Map<string, ReferenceRow> {
  return new Map(rows.map((row) => [row.key, row]));
}
