import { csvLine, spreadsheetText } from '../../platform/csv/index.js';
import { isDestroyed } from '../catalogue/index.js';
import { headersOf, type Flow, type HeaderMapping, type RowAnomaly } from '../flow/index.js';

/** So that spreadsheets read UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The rejected rows of one file, to correct and send back as nature C (exchange.md 7.d): the cells as
 * they were sent, in the declared order of the columns, then what is wrong and what is suggested.
 */
export class RejectsCsv {
  private readonly headers: readonly string[];

  constructor(
    flow: Flow,
    private readonly mapping: HeaderMapping,
  ) {
    this.headers = headersOf(flow);
  }

  header(): string {
    return BYTE_ORDER_MARK + csvLine([...this.headers, 'anomalies', 'valeur_suggeree']);
  }

  /** One rejected row. What must be kept nowhere is emptied (exchange.md 6.5 #92). */
  line(cells: readonly string[], anomalies: readonly RowAnomaly[]): string {
    const destroyed = destroyedCells(anomalies);
    const sent = this.headers.map((_, at) => {
      const index = this.mapping.indexes[at] ?? -1;
      return destroyed.has(index) ? '' : (cells[index] ?? '');
    });
    const said = anomalies.map(sentenceOf).join(' | ');
    return csvLine([...sent, spreadsheetText(said), spreadsheetText(suggestionsOf(anomalies))]);
  }
}

/** The cells of a row, from 0, whose values must be kept nowhere (exchange.md 6.5 #92). */
export function destroyedCells(anomalies: readonly RowAnomaly[]): ReadonlySet<number> {
  return new Set(anomalies.filter(isDestroyed).map(({ position }) => (position ?? 0) - 1));
}

function sentenceOf({ code, precision, column, correction }: RowAnomaly): string {
  const reason = precision === null ? code : `${code} (${precision})`;
  return `${column === null ? reason : `${column} : ${reason}`}. ${correction}`;
}

function suggestionsOf(anomalies: readonly RowAnomaly[]): string {
  return anomalies
    .flatMap(({ column, suggestedValue }) =>
      suggestedValue === null ? [] : [`${column ?? ''}=${suggestedValue}`],
    )
    .join(' | ');
}
