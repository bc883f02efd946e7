/** What a statement of a batch may be given. */
export type SqlValue = string | number | boolean | null | readonly string[];

/** A value as PostgreSQL reads it from text; lists as array literals. */
export function toText(value: SqlValue): string | null {
  if (value === null || typeof value === 'string') return value;
  return typeof value === 'object' ? `{${value.map(quoted).join(',')}}` : String(value);
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
