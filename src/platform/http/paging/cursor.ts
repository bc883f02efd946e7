import { DomainError } from '../../../kernel/index.js';
import { isUuid } from '../../fields/index.js';

/** A cursor nobody gave, or one of another list. */
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

/** The position of the last item of a page, as one opaque text. It opens no right. */
export function encodeCursor(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([VERSION, ...position])).toString('base64url');
}

/**
 * Reads a cursor back as the parts the list sorts by: `decodeCursor(text, ['text', 'id'])`.
 * @throws CursorInvalid when it is not a cursor of such a list
 */
export function decodeCursor<const Kinds extends readonly PartKind[]>(
  cursor: string,
  kinds: Kinds,
): Position<Kinds> {
  const [version, ...parts] = partsOf(cursor);
  if (version !== VERSION || !isPosition(parts, kinds)) throw new CursorInvalid();
  return parts;
}

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
