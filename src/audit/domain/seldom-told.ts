import { epochMillis, type Instant } from '../../kernel/index.js';

/** Says of each account when it may be spoken of again: an alert that comes with every page is read by nobody. */
export class SeldomTold {
  private readonly told = new Map<string, number>();

  constructor(private readonly silenceMillis: number) {}

  /** True the first time, and then once the silence is over. */
  isDue(key: string, at: Instant): boolean {
    const now = epochMillis(at);
    for (const [known, since] of this.told) {
      if (now - since >= this.silenceMillis) this.told.delete(known);
    }
    if (this.told.has(key)) return false;
    this.told.set(key, now);
    return true;
  }
}
