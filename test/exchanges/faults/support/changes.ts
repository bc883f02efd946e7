import { headersNamed, type Row } from '../../support/deposits.js';

type Change = (csv: string) => string;

/** Changes physical line `number` (header = 1) of a file without line breaks in its values. */
export function onLine(number: number, change: (line: string) => string, end = '\r\n'): Change {
  return (csv) => {
    const lines = csv.split('\r\n').slice(0, -1);
    return lines
      .map((line, at) => (at + 1 === number ? change(line) + end : `${line}\r\n`))
      .join('');
  };
}

/** Writes these characters as they stand in one cell of ORI. */
export function onCell(number: number, header: string, raw: string): Change {
  return onLine(number, (line) => replaced(line, header, raw));
}

/** Takes a column of ORI away, cells included. */
export function withoutCell(header: string): Change {
  const place = headersNamed('ORI').indexOf(header);
  return (csv) =>
    csv
      .split('\r\n')
      .map((line) => line.split(';').toSpliced(place, 1).join(';'))
      .join('\r\n');
}

function replaced(line: string, header: string, raw: string): string {
  return line.split(';').with(headersNamed('ORI').indexOf(header), raw).join(';');
}

/** Writes these values in row `number` (1 is the first one). */
export function inRow(number: number, cells: Row): (rows: Row[]) => Row[] {
  return (rows) => rows.map((row, at) => (at + 1 === number ? { ...row, ...cells } : row));
}
