import type { RowAnomaly } from '../flow/index.js';

/** Anomalies that come by line, asked for line after line: only one line of them is in memory. */
export class AnomaliesByLine {
  private readonly source: AsyncIterator<RowAnomaly>;
  private next: RowAnomaly | undefined;
  private isStarted = false;

  constructor(anomalies: AsyncIterable<RowAnomaly>) {
    this.source = anomalies[Symbol.asyncIterator]();
  }

  /** The anomalies of a line greater than those asked before. */
  async of(line: number): Promise<RowAnomaly[]> {
    if (!this.isStarted) await this.advance();
    const found: RowAnomaly[] = [];
    while (this.next && this.next.line <= line) {
      if (this.next.line === line) found.push(this.next);
      await this.advance();
    }
    return found;
  }

  private async advance(): Promise<void> {
    this.isStarted = true;
    const { done, value } = await this.source.next();
    this.next = done ? undefined : value;
  }
}
