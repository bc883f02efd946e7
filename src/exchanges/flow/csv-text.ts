const NEEDS_QUOTES = /[;"\r\n]/;

/** One CSV line of exchange.md 7.a, end of line included: `;`, quotes doubled, CRLF. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`;
}

function csvCell(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
