import type { DoorFault, DoorFaultPlace } from './door-fault.js';
import { ENVELOPE_FAULTS } from './envelope-faults.js';
import { FILE_FAULTS } from './file-faults.js';
import { STRUCTURE_FAULTS } from './structure-faults.js';

/**
 * Every fault of a whole file. A key is a code of exchange.md 6, followed after a colon by a precision
 * when one code has several causes, texts or levels.
 */
export const DOOR_FAULTS = { ...FILE_FAULTS, ...STRUCTURE_FAULTS, ...ENVELOPE_FAULTS } as const;
export type DoorFaultKey = keyof typeof DOOR_FAULTS;

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

/** The details that the sentences of a fault ask for. */
export type DoorFaultDetails<Key extends DoorFaultKey> = Readonly<
  Record<
    Names<(typeof DOOR_FAULTS)[Key]['message']> | Names<(typeof DOOR_FAULTS)[Key]['correction']>,
    string | number
  >
>;

const SHOWN_LENGTH = 300;

/** One fault of a file with its French sentences. Details come from a partner: they are shortened. */
export function doorFault<Key extends DoorFaultKey>(
  key: Key,
  details: DoorFaultDetails<Key>,
  place: DoorFaultPlace = {},
): DoorFault {
  const { rule, level, message, correction } = DOOR_FAULTS[key];
  const [code = key, precision] = key.split(':');
  const shown = new Map(Object.entries(details).map(([name, value]) => [name, plain(value)]));
  return {
    code,
    level,
    rule,
    ...(precision === undefined ? {} : { precision }),
    ...(place.pointer === undefined ? {} : { pointer: place.pointer }),
    ...(place.line === undefined ? {} : { line: place.line }),
    message: fill(message, shown),
    correction: fill(correction, shown),
  };
}

function fill(text: string, details: ReadonlyMap<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => details.get(name) ?? '…');
}

/** Without control characters nor direction marks, and not longer than a sentence can bear. */
function plain(value: unknown): string {
  const text = String(value).replace(/[\p{Cc}\p{Cf}]/gu, ' ');
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
