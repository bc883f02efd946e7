/**
 * At most `max` requests per key in any `windowMillis`, counted in this process: with several
 * processes each counts its own.
 */
export class LocalQuota {
  private readonly taken = new Map<string, number[]>();

  constructor(
    private readonly max: number,
    private readonly windowMillis: number,
  ) {}

  /**
   * Takes one request of the quota of `key`.
   *
   * @param now milliseconds; never goes back
   * @returns 0 when it may go on, else the whole seconds to wait. A refused one is not counted.
   */
  take(key: string, now: number): number {
    const recent = (this.taken.get(key) ?? []).filter((time) => time > now - this.windowMillis);
    // Put back last, so that the map stays in the order of use and the old ends are at its head.
    this.taken.delete(key);
    this.forgetIdle(now);
    this.taken.set(key, recent);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= this.max) {
      return Math.ceil((oldest + this.windowMillis - now) / 1000);
    }
    recent.push(now);
    return 0;
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.taken.size;
  }

  private forgetIdle(now: number): void {
    for (const [key, times] of this.taken) {
      const last = times.at(-1);
      if (last !== undefined && last > now - this.windowMillis) return;
      this.taken.delete(key);
    }
  }
}
