import type { LogFields } from './logged-fields.js';

const FRAMES = 8;
const FRAME = /^\s*at (?:(.*?) \()?(.*?)\)?$/;

/**
 * What may be logged of an error: its class, its code and where it comes from. Never its message,
 * which may quote a value (SEC-39, SEC-44).
 */
export function errorTrace(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorClass: typeof error };
  const code: unknown = Reflect.get(error, 'code');
  return {
    errorClass: error.constructor.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { errorCode: code } : {}),
    errorOrigin: framesOf(error.stack ?? ''),
  };
}

/** The first frames of a stack on one line, without its message and without machine paths. */
export function framesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES)
    .map(shortFrame)
    .join(' < ');
}

function shortFrame(line: string): string {
  const [, name, place = ''] = FRAME.exec(line) ?? [];
  const file = place.replace(/^.*\/(?=(?:node_modules|src|dist|test)\/)/, '');
  return name === undefined ? file : `${name} ${file}`;
}
