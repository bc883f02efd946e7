import { isUtf8 } from 'node:buffer';
import type { JsonValue } from '../../kernel/index.js';
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
 * none.
 * @throws HttpProblem 400 `malformed-json` or `forbidden-key`, 413 for a list too long
 */
export function readJsonBody(bytes: Buffer): JsonValue {
  if (bytes.length === 0) return {};
  if (!isUtf8(bytes)) throw malformed();
  const text = bytes.toString('utf8');
  assertShallow(text);
  return parse(text);
}

/** Counts brackets before parsing: a parser must not be made to recurse by whoever calls. */
function assertShallow(text: string): void {
  let depth = 0;
  let isInText = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charCodeAt(index);
    if (isInText) {
      if (char === BACKSLASH) index += 1;
      else if (char === QUOTE) isInText = false;
    } else if (char === QUOTE) {
      isInText = true;
    } else if (char === OPEN_BRACE || char === OPEN_BRACKET) {
      depth += 1;
      if (depth > DEEPEST) throw malformed();
    } else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) {
      depth -= 1;
    }
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text, refuse) as JsonValue;
  } catch (error) {
    throw error instanceof HttpProblem ? error : malformed();
  }
}

function refuse(key: string, value: unknown): unknown {
  if (isForbiddenKey(key)) {
    throw new HttpProblem(400, 'forbidden-key', 'Un nom de champ de cette requête est interdit.');
  }
  if (Array.isArray(value) && value.length > LONGEST_LIST) {
    const detail = `Une liste porte ${LONGEST_LIST} éléments au plus.`;
    throw new HttpProblem(413, 'payload-too-large', detail);
  }
  return value;
}

function malformed(): HttpProblem {
  return new HttpProblem(
    400,
    'malformed-json',
    'Le corps de la requête n’est pas un JSON lisible.',
  );
}
