const QUOTE = 0x22;

/**
 * Cuts the text of one well-formed record holding quotes into its values. The scanner has already
 * proved every quote to be in its place, so nothing is checked again here.
 */
export function splitQuoted(text: string, separator: string): string[] {
  const cells: string[] = [];
  for (let at = 0; ;) {
    const isQuoted = text.charCodeAt(at) === QUOTE;
    const end = isQuoted ? afterClosingQuote(text, at) : endOfBareValue(text, at, separator);
    cells.push(isQuoted ? unquote(text.slice(at + 1, end - 1)) : text.slice(at, end));
    if (end >= text.length) return cells;
    at = end + separator.length;
  }
}

function afterClosingQuote(text: string, opening: number): number {
  let at = text.indexOf('"', opening + 1);
  while (text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at + 1;
}

function endOfBareValue(text: string, from: number, separator: string): number {
  const found = text.indexOf(separator, from);
  return found === -1 ? text.length : found;
}

function unquote(inner: string): string {
  return inner.includes('"') ? inner.replaceAll('""', '"') : inner;
}
