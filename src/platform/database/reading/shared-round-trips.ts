import type { ScopedStatement } from './batch-runner.js';
import type { Row } from './statement-batch.js';

interface Waiting {
  readonly statement: ScopedStatement;
  resolve(rows: Row[]): void;
  reject(error: unknown): void;
}

/** Round trips under way before those that come share the next one. */
const UNDER_WAY = 2;
const MOST_TOGETHER = 20;
/** A round trip that is slower than this holds nobody back: others leave beside it. */
const LATE_MILLIS = 20;

/**
 * Queries of readings, each alone while few are asked. Under load those that come while two round trips
 * are under way leave together in the next one: a message costs both sides more than a short query.
 * Each carries its own row-level scope.
 */
export class SharedRoundTrips {
  private waiting: Waiting[] = [];
  private underWay = 0;

  constructor(
    private readonly send: (statements: readonly ScopedStatement[]) => Promise<Row[][]>,
  ) {}

  /** The rows of one query. */
  read(statement: ScopedStatement): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ statement, resolve, reject });
      this.leave();
    });
  }

  private leave(): void {
    while (this.underWay < UNDER_WAY && this.waiting.length > 0) {
      const together = this.waiting.splice(0, MOST_TOGETHER);
      this.underWay += 1;
      let isCounted = true;
      const makeRoom = (): void => {
        if (isCounted) this.underWay -= 1;
        isCounted = false;
        this.leave();
      };
      const late = setTimeout(makeRoom, LATE_MILLIS);
      void this.ask(together).then(() => {
        clearTimeout(late);
        makeRoom();
      });
    }
  }

  /** A query that PostgreSQL refuses must not take the others with it: they are asked one by one. */
  private async ask(together: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.send(together.map(({ statement }) => statement));
      for (const [index, { resolve }] of together.entries()) resolve(answers[index] ?? []);
    } catch (error) {
      const [only] = together;
      if (together.length === 1) only?.reject(error);
      else for (const one of together) await this.ask([one]);
    }
  }
}
