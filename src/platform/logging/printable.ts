/** Longest text of one log field, in characters (SEC-45: 1 KB). */
const LONGEST = 1000;

/**
 * Control characters (C0, C1, delete), line and paragraph separators, and the marks that turn the
 * direction of text: all of them can fake a line or hide a part of one in a terminal.
 */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * A text safe to print in a log line: unsafe characters shown as `\uXXXX`, the rest cut at 1 KB.
 */
export function printable(text: string): string {
  const shown = text
    .slice(0, LONGEST)
    .replace(UNSAFE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return shown.length > LONGEST || text.length > LONGEST
    ? `${shown.slice(0, LONGEST - 1)}…`
    : shown;
}
