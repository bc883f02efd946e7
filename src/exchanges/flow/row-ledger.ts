/** What the ledger knows of the first row of a key. */
export interface FirstRow {
  readonly line: number;
  readonly rowId: number;
}

/** What a row is among those before it. */
export type LedgerEntry =
  | { readonly verdict: 'first' }
  | { readonly verdict: 'identical'; readonly first: FirstRow }
  | {
      readonly verdict: 'conflict';
      readonly first: FirstRow;
      /** True the first time the key is in conflict: its first row must be taken back. */
      readonly isNews: boolean;
    };

const FIRST_CAPACITY = 1024;
const FULLEST = 0.6;

/**
 * Remembers the keys of a file while it is read: about 50 bytes a row, so that a million rows stay under
 * 60 MB whatever their keys look like.
 */
export class RowLedger {
  private capacity = FIRST_CAPACITY;
  private size = 0;
  /** Fingerprints of keys; NaN marks a free place. */
  private keys = freePlaces(FIRST_CAPACITY);
  /** Fingerprints of contents; infinite once the key is in conflict. */
  private contents = new Float64Array(FIRST_CAPACITY);
  private lines = new Int32Array(FIRST_CAPACITY);
  private rowIds = new Int32Array(FIRST_CAPACITY);

  /** Enters a row by the fingerprints of its key and of its content. */
  enter(key: number, content: number, row: FirstRow): LedgerEntry {
    if (this.size >= this.capacity * FULLEST) this.grow();
    const place = this.placeOf(key);
    if (Number.isNaN(this.keys[place])) {
      this.size += 1;
      this.put(place, key, content, row);
      return { verdict: 'first' };
    }
    const first = { line: this.lines[place] ?? 0, rowId: this.rowIds[place] ?? 0 };
    if (this.contents[place] === content) return { verdict: 'identical', first };
    const isNews = this.contents[place] !== Infinity;
    this.contents[place] = Infinity;
    return { verdict: 'conflict', first, isNews };
  }

  private placeOf(key: number): number {
    let place = key % this.capacity;
    while (!Number.isNaN(this.keys[place]) && this.keys[place] !== key) {
      place = (place + 1) % this.capacity;
    }
    return place;
  }

  private put(place: number, key: number, content: number, { line, rowId }: FirstRow): void {
    this.keys[place] = key;
    this.contents[place] = content;
    this.lines[place] = line;
    this.rowIds[place] = rowId;
  }

  private grow(): void {
    const { keys, contents, lines, rowIds } = this;
    this.capacity *= 2;
    this.keys = freePlaces(this.capacity);
    this.contents = new Float64Array(this.capacity);
    this.lines = new Int32Array(this.capacity);
    this.rowIds = new Int32Array(this.capacity);
    for (const [at, key] of keys.entries()) {
      if (Number.isNaN(key)) continue;
      const row = { line: lines[at] ?? 0, rowId: rowIds[at] ?? 0 };
      this.put(this.placeOf(key), key, contents[at] ?? 0, row);
    }
  }
}

function freePlaces(count: number): Float64Array {
  return new Float64Array(count).fill(NaN);
}
