/** Characters that mean something in the text format of COPY. */
const SPECIAL = /[\\\b\f\n\r\t\v]/;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** One row in the text format of COPY, its line end included; what is absent is null. */
export function copyLine(
  names: readonly string[],
  isJson: readonly boolean[],
  row: Readonly<Record<string, unknown>>,
): string {
  let line = '';
  let at = 0;
  for (const name of names) {
    line += (at === 0 ? '' : '\t') + copyValue(row[name], isJson[at] ?? false);
    at += 1;
  }
  return `${line}\n`;
}

function copyValue(value: unknown, isJson: boolean): string {
  if (value === null || value === undefined) return '\\N';
  if (isJson) return escaped(JSON.stringify(value));
  if (typeof value === 'string') return escaped(value);
  if (Array.isArray(value)) return escaped(arrayLiteral(value));
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error('a column holds a text, a number, a flag or a list of them');
}

function escaped(text: string): string {
  return SPECIAL.test(text)
    ? text.replace(/[\\\b\f\n\r\t\v]/g, (character) => ESCAPES[character] ?? character)
    : text;
}

/** A list as PostgreSQL reads one: every element in quotes, so that none is taken for a null. */
function arrayLiteral(values: readonly unknown[]): string {
  const elements = values.map((value) => {
    if (value === null) return 'NULL';
    if (typeof value !== 'string') throw new Error('a list holds texts');
    return `"${value.replace(/["\\]/g, (found) => `\\${found}`)}"`;
  });
  return `{${elements.join(',')}}`;
}
