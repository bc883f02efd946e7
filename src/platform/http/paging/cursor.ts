import { createHash } from 'node:crypto';
import { DomainError, parseInstant, type Instant } from '../../../kernel/index.js';
import { isUuid } from '../../fields/index.js';

/** A cursor nobody gave, or one of another list or of other filters. */
export class CursorInvalid extends DomainError {
  readonly code = 'cursor-invalid';
  readonly kind = 'invalid';

  constructor() {
    super('Ce curseur est illisible : reprenez la liste sans curseur, depuis le début.', {
      issues: [{ pointer: '/cursor', code: 'type-error', detail: 'Curseur illisible.' }],
    });
  }
}

type PartKind = 'text' | 'number' | 'id';
type PartOf<Kind extends PartKind> = Kind extends 'number' ? number : string;
type Position<Kinds extends readonly PartKind[]> = {
  -readonly [Index in keyof Kinds]: PartOf<Kinds[Index]>;
};

const VERSION = 1;

/**
 * The position of the last item of a page of this list and search, as one opaque text. It opens no right.
 */
export function encodeCursor(
  position: readonly (string | number)[],
  list: string,
  search: object = {},
): string {
  return Buffer.from(JSON.stringify([markOf(list, search), ...position])).toString('base64url');
}

/**
 * Reads a cursor back as the parts the list sorts by: `decodeCursor(text, ['text', 'id'], list, search)`.
 * @throws CursorInvalid when it is not a cursor of such a list and search
 */
export function decodeCursor<const Kinds extends readonly PartKind[]>(
  cursor: string,
  kinds: Kinds,
  list: string,
  search: object = {},
): Position<Kinds> {
  const [mark, ...parts] = partsOf(cursor);
  if (mark !== markOf(list, search) || !isPosition(parts, kinds)) throw new CursorInvalid();
  return parts;
}

/** Where a list sorted by an instant, then by id, goes on. */
export interface InstantPosition {
  readonly at: Instant;
  readonly id: string;
}

/**
 * Reads the cursor of a list sorted by an instant, then by id; `null` without one: from the start.
 * @throws CursorInvalid when it is not a cursor of such a list and search
 */
export function decodeInstantPosition(
  cursor: string | null | undefined,
  list: string,
  search: object = {},
): InstantPosition | null {
  if (!cursor) return null;
  const [text, id] = decodeCursor(cursor, ['text', 'id'], list, search);
  const at = parseInstant(text);
  if (!at) throw new CursorInvalid();
  return { at, id };
}

/**
 * The same for a list sorted by the instant at which its rows were created, as a query of it names it.
 * @throws CursorInvalid when it is not a cursor of such a list and search
 */
export function createdPosition(
  search: { readonly cursor?: string | null },
  list: string,
): { readonly createdAt: Instant; readonly id: string } | null {
  const position = decodeInstantPosition(search.cursor, list, search);
  return position && { createdAt: position.at, id: position.id };
}

/**
 * What a cursor belongs to: its version, its list and the filters of it. With others it would point
 * into the middle of another list, and rows would be missed without a word.
 */
function markOf(list: string, search: object): string {
  const filters = Object.entries(search)
    .filter(([name, value]) => !PAGE_MEMBERS.includes(name) && (value ?? '') !== '')
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const named = `${VERSION}-${list}`;
  if (filters.length === 0) return named;
  const hash = createHash('sha256').update(JSON.stringify(filters)).digest('base64url');
  return `${named}-${hash.slice(0, MARK_LENGTH)}`;
}

const PAGE_MEMBERS: readonly string[] = ['limit', 'cursor'];
const MARK_LENGTH = 12;

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

function isPosition<const Kinds extends readonly PartKind[]>(
  parts: readonly unknown[],
  kinds: Kinds,
): parts is Position<Kinds> {
  return (
    parts.length === kinds.length && kinds.every((kind, index) => isOfKind(parts[index], kind))
  );
}

function isOfKind(part: unknown, kind: PartKind): boolean {
  if (kind === 'number') return typeof part === 'number';
  return typeof part === 'string' && (kind === 'text' || isUuid(part));
}
