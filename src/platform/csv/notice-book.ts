import type { CsvNotice } from './csv-record.js';

const SHOWN_LINES = 20;

interface Tally {
  count: number;
  lines: number[];
}

const tally = (): Tally => ({ count: 0, lines: [] });

function add(to: Tally, line: number): void {
  to.count++;
  if (to.lines.length < SHOWN_LINES) to.lines.push(line);
}

/** What the scanner saw without stopping, in constant memory whatever the length of the file. */
export class NoticeBook {
  hasByteOrderMark = false;
  hasSeparatorLine = false;
  private readonly blankRows = tally();
  private trailingBlankRows = tally();
  private readonly crlf = tally();
  private readonly lf = tally();

  lineEnd(isCrlf: boolean, line: number): void {
    add(isCrlf ? this.crlf : this.lf, line);
  }

  blankRow(line: number): void {
    add(this.trailingBlankRows, line);
  }

  /** A row with a value: the blank ones before it were in the middle of the file. */
  filledRow(): void {
    if (this.trailingBlankRows.count === 0) return;
    this.blankRows.count += this.trailingBlankRows.count;
    const room = SHOWN_LINES - this.blankRows.lines.length;
    this.blankRows.lines.push(...this.trailingBlankRows.lines.slice(0, room));
    this.trailingBlankRows = tally();
  }

  list(): CsvNotice[] {
    const notices: CsvNotice[] = [];
    const once = { code: null, level: 'INFORMATION', count: 1, lines: [] } as const;
    if (this.hasByteOrderMark) notices.push({ kind: 'byte-order-mark', ...once });
    if (this.hasSeparatorLine) notices.push({ kind: 'separator-line', ...once });
    const rarer = this.crlf.count < this.lf.count ? this.crlf : this.lf;
    if (rarer.count > 0) {
      const code = 'FINS_DE_LIGNE_MIXTES';
      notices.push({ kind: 'mixed-line-ends', code, level: 'AVERTISSEMENT', ...rarer });
    }
    const code = 'blank-row';
    if (this.blankRows.count > 0) {
      notices.push({ kind: 'blank-rows', code, level: 'AVERTISSEMENT', ...this.blankRows });
    }
    if (this.trailingBlankRows.count > 0) {
      const kind = 'trailing-blank-rows';
      notices.push({ kind, code, level: 'INFORMATION', ...this.trailingBlankRows });
    }
    return notices;
  }
}
