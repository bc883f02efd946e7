import { Buffer, isUtf8 } from 'node:buffer';
import { CsvFault } from './csv-fault.js';
import type { CsvFaultCode } from './csv-fault.js';
import type { CsvNotice, CsvRecord, Separator } from './csv-record.js';
import { NoticeBook } from './notice-book.js';
import {
  AFTER_CR,
  BARE,
  BREAK_IN_QUOTES,
  byteKinds,
  CLOSED,
  CR_IN_QUOTES,
  END_FIELD,
  END_RECORD,
  FIRST_ACTION,
  LONE_CR,
  MISPLACED_QUOTE,
  OPEN_QUOTE,
  QUOTED,
  START,
  TRANSITIONS,
} from './scan-table.js';
import { splitQuoted } from './split-record.js';

/** Hard limits of exchange.md 6.3, lines 46 and 50. */
export const CSV_LIMITS = {
  fieldLength: 10_000,
  columns: 64,
  recordBytes: 1_048_576,
  recordLines: 200,
} as const;

/** A UTF-16 unit takes three UTF-8 bytes at most: beyond, no need to decode to know it is too long. */
const FIELD_BYTES = CSV_LIMITS.fieldLength * 3;
const SEPARATOR_LINE = /^"?sep=.?"?(?:[;,\t]|$)/i;

/**
 * Strict byte scanner for canonical UTF-8 (exchange.md 0.13): each byte is looked at once, chunks may
 * be cut anywhere, memory is bounded by one record. Throws {@link CsvFault}; every fault and every
 * record is the same whatever the chunk borders.
 */
export class CsvScanner {
  private readonly kinds: Uint8Array;
  private readonly book = new NoticeBook();
  private ready: CsvRecord[] = [];
  private readyBytes = 0;
  private bytes = Buffer.allocUnsafe(256 * 1024);
  private filled = 0;
  /** Absolute offset of `bytes[0]` in the stream. */
  private base = 0;
  private at = 0;
  private state = START;
  private recordStart = 0;
  private fieldStart = 0;
  private columns = 1;
  private line = 1;
  private breaks = 0;
  private openLine = 0;
  private openOffset = 0;
  private hasQuotes = false;
  private hasLineBreak = false;
  private hasFirstRecord = false;
  private isStarted = false;

  constructor(private readonly separator: Separator) {
    this.kinds = byteKinds(separator);
  }

  /** Reads some more bytes. */
  push(chunk: Uint8Array): void {
    this.append(chunk);
    if (!this.isStarted && !this.start(false)) return;
    this.scan();
  }

  /** Tells the scanner that the stream is over; a last record without a line end is accepted. */
  end(): void {
    if (!this.isStarted) this.start(true);
    this.scan();
    if (this.state === QUOTED) throw this.unclosedQuote();
    if (this.state === AFTER_CR) throw this.loneCr(this.filled - 1);
    if (this.filled > this.recordStart) this.endRecord(this.filled, this.state);
  }

  /** Number of records waiting to be taken. */
  get waiting(): number {
    return this.ready.length;
  }

  /** Bytes of the records waiting to be taken. */
  get waitingBytes(): number {
    return this.readyBytes;
  }

  /** Takes the waiting records, at most `count` of them. */
  take(count: number): CsvRecord[] {
    this.readyBytes = 0;
    if (this.ready.length > count) return this.ready.splice(0, count);
    const taken = this.ready;
    this.ready = [];
    return taken;
  }

  /** What was seen without stopping; complete once the stream has ended. */
  notices(): CsvNotice[] {
    return this.book.list();
  }

  /** Keeps the unfinished record in front and grows the buffer only for a record longer than it. */
  private append(chunk: Uint8Array): void {
    if (this.filled + chunk.length > this.bytes.length) {
      const kept = this.filled - this.recordStart;
      const needed = kept + chunk.length;
      const target =
        needed > this.bytes.length ? Buffer.allocUnsafe(Math.max(needed, kept * 2)) : this.bytes;
      this.bytes.copy(target, 0, this.recordStart, this.filled);
      this.bytes = target;
      this.base += this.recordStart;
      this.at -= this.recordStart;
      this.fieldStart -= this.recordStart;
      this.filled = kept;
      this.recordStart = 0;
    }
    this.bytes.set(chunk, this.filled);
    this.filled += chunk.length;
  }

  /** Skips a UTF-8 byte order mark; answers false while too few bytes are there to tell. */
  private start(isLast: boolean): boolean {
    const mark = [0xef, 0xbb, 0xbf];
    const seen = Math.min(this.filled, mark.length);
    const fits = mark.slice(0, seen).every((byte, index) => this.bytes[index] === byte);
    if (fits && seen < mark.length && !isLast) return false;
    this.isStarted = true;
    if (fits && seen === mark.length) {
      this.book.hasByteOrderMark = true;
      this.at = this.recordStart = this.fieldStart = mark.length;
    }
    return true;
  }

  private scan(): void {
    const { bytes, filled, kinds } = this;
    let state = this.state;
    for (let at = this.at; at < filled; at++) {
      // No index is out of bounds (256 kinds, 5 states of 8 columns): the zeros are never taken.
      const next = TRANSITIONS[(state << 3) | (kinds[bytes[at] ?? 0] ?? 0)] ?? 0;
      state = next < FIRST_ACTION ? next : this.act(next, at, state);
    }
    this.at = filled;
    this.state = state;
    if (filled - this.recordStart > FIELD_BYTES) this.checkSizes(filled - 1, state);
  }

  private act(action: number, at: number, state: number): number {
    if (at - this.recordStart > FIELD_BYTES) this.checkSizes(at, state);
    switch (action) {
      case END_FIELD:
        return this.endField(at);
      case END_RECORD:
        this.endRecord(at, state);
        return START;
      case OPEN_QUOTE:
        this.hasQuotes = true;
        this.openLine = this.line + this.breaks;
        this.openOffset = this.base + at;
        return QUOTED;
      case BREAK_IN_QUOTES:
        this.breaks++;
        if (this.breaks >= CSV_LIMITS.recordLines) throw this.unclosedQuote();
        this.hasLineBreak = true;
        return QUOTED;
      case CR_IN_QUOTES:
        this.hasLineBreak = true;
        return QUOTED;
      default:
        throw this.faultOf(action, at);
    }
  }

  private endField(at: number): number {
    this.columns++;
    if (this.columns > CSV_LIMITS.columns) {
      const detail = `La ligne compte plus de ${CSV_LIMITS.columns} colonnes.`;
      throw this.fault('TROP_DE_COLONNES', detail, at);
    }
    this.fieldStart = at + 1;
    return START;
  }

  private endRecord(at: number, state: number): void {
    const isCrlf = state === AFTER_CR;
    const end = isCrlf ? at - 1 : at;
    if (at < this.filled) this.book.lineEnd(isCrlf, this.line + this.breaks);
    const text = this.decode(end);
    const isSeparatorLine = !this.hasFirstRecord && SEPARATOR_LINE.test(text);
    if (isSeparatorLine) this.book.hasSeparatorLine = true;
    else this.emit(text, end);
    this.hasFirstRecord = true;
    this.line += isSeparatorLine ? 0 : 1 + this.breaks;
    this.recordStart = this.fieldStart = at + 1;
    this.columns = 1;
    this.breaks = 0;
    this.hasQuotes = this.hasLineBreak = false;
  }

  private decode(end: number): string {
    const text = this.bytes.toString('utf8', this.recordStart, end);
    if (text.includes('\uFFFD') && !isUtf8(this.bytes.subarray(this.recordStart, end))) {
      const detail = 'Le fichier mélange plusieurs encodages.';
      throw this.fault('ENCODAGE_MIXTE', detail, this.recordStart);
    }
    return text;
  }

  private emit(text: string, end: number): void {
    const cells = this.hasQuotes ? splitQuoted(text, this.separator) : text.split(this.separator);
    if (cells[0]?.trim() === '' && cells.every((cell) => cell.trim() === '')) {
      return this.book.blankRow(this.line);
    }
    if (text.length > CSV_LIMITS.fieldLength) this.checkLengths(cells);
    this.book.filledRow();
    this.readyBytes += end - this.recordStart;
    this.ready.push({
      line: this.line,
      byteStart: this.base + this.recordStart,
      byteEnd: this.base + end,
      cells,
      hasLineBreak: this.hasLineBreak,
    });
  }

  private checkLengths(cells: readonly string[]): void {
    const tooLong = cells.some((cell) => cell.length > CSV_LIMITS.fieldLength);
    if (tooLong) throw this.tooLong(this.recordStart);
  }

  private checkSizes(at: number, state: number): void {
    if (state === BARE && at - this.fieldStart > FIELD_BYTES) throw this.tooLong(this.fieldStart);
    const isInQuotes = state === QUOTED || state === CLOSED;
    if (isInQuotes && at - this.recordStart > CSV_LIMITS.recordBytes) throw this.unclosedQuote();
  }

  private faultOf(action: number, at: number): CsvFault {
    if (action === LONE_CR) return this.loneCr(at - 1);
    if (action === MISPLACED_QUOTE) {
      const detail =
        'Un guillemet est mal placé : un texte suit un guillemet fermant, ou un guillemet se trouve dans une valeur sans guillemets.';
      return this.fault('GUILLEMET_MAL_PLACE', detail, at);
    }
    return this.fault('OCTET_NUL', 'Le fichier contient un octet nul.', at);
  }

  private loneCr(at: number): CsvFault {
    const detail = 'Un retour chariot (CR) se trouve seul, sans saut de ligne (LF).';
    return this.fault('FINS_DE_LIGNE_MIXTES', detail, at);
  }

  private tooLong(at: number): CsvFault {
    const detail = `Une valeur dépasse ${CSV_LIMITS.fieldLength} caractères.`;
    return this.fault('CHAMP_TROP_LONG', detail, at);
  }

  private unclosedQuote(): CsvFault {
    const detail = "Un guillemet ouvert n'est jamais fermé.";
    const place = { line: this.openLine, byteOffset: this.openOffset };
    return new CsvFault('GUILLEMET_NON_FERME', detail, place);
  }

  private fault(code: CsvFaultCode, detail: string, at: number): CsvFault {
    return new CsvFault(code, detail, {
      line: this.line + this.breaks,
      byteOffset: this.base + at,
    });
  }
}
