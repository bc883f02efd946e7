import { isUtf8 } from 'node:buffer';
import type { JsonValue } from '../../kernel/index.js';
import { parseStrictJson, type JsonRefusal, type StrictJson } from '../json/index.js';
import { HttpProblem } from './http-problem.js';

/** Deepest nesting and longest list of a body (SEC-34). */
const DEEPEST = 20;
const LONGEST_LIST = 1000;

/** Names that reach the prototype of an object in careless code (SEC-36). */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** True for a name no input may use. */
export function isForbiddenKey(key: string): boolean {
  return FORBIDDEN.has(key);
}

/**
 * Reads a JSON body; an empty one reads as an empty object, so that a command without values needs
 * none. A field given twice is refused: parsers do not agree on which of both counts.
 * @throws HttpProblem 400 `malformed-json`, `forbidden-key` or `repeated-key`, 413 for a list too long
 */
export function readJsonBody(bytes: Buffer): JsonValue {
  if (bytes.length === 0) return {};
  if (!isUtf8(bytes)) throw malformed();
  const reading = parseStrictJson(bytes.toString('utf8'), DEEPEST);
  if (!reading.ok) throw refused(reading.refusal);
  assertShortLists(reading.value);
  return reading.value;
}

function assertShortLists(value: StrictJson): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value) && value.length > LONGEST_LIST) {
    const detail = `Une liste porte ${LONGEST_LIST} éléments au plus.`;
    throw new HttpProblem(413, 'payload-too-large', detail);
  }
  for (const part of Object.values(value)) assertShortLists(part);
}

function refused({ reason }: JsonRefusal): HttpProblem {
  switch (reason) {
    case 'forbidden-key':
      return new HttpProblem(400, reason, 'Un nom de champ de cette requête est interdit.');
    case 'duplicate-key':
      return new HttpProblem(400, 'repeated-key', 'Un champ de cette requête est donné deux fois.');
    case 'syntax':
    case 'depth':
      return malformed();
  }
}

function malformed(): HttpProblem {
  return new HttpProblem(
    400,
    'malformed-json',
    'Le corps de la requête n’est pas un JSON lisible.',
  );
}
