import { epochMillis } from '../../kernel/index.js';
import type { Showing } from './reading-bound.rules.js';

const MINUTE = 60_000;
/** How long a process takes for granted that somebody is counted: the database keeps a row that much longer. */
const COUNTED_FOR = 60 * MINUTE;
const OPENED_FOR = 10 * MINUTE;

interface Remembered {
  readonly shownAt: number;
  readonly openedAt: number;
}

/**
 * Whom each account was shown lately, as this process knows: looking again at the same young people
 * changes no count, and asks the database nothing.
 */
export class RememberedShowings {
  private readonly accounts = new Map<string, Map<string, Remembered>>();

  /** True when everybody shown is counted already, and the opening too where it is one. */
  holds({ actor, people, isOpening, at }: Showing): boolean {
    const known = this.accounts.get(actor.id);
    if (!known) return false;
    const now = epochMillis(at);
    return people.every((person) => {
      const one = known.get(person);
      if (!one || now - one.shownAt >= COUNTED_FOR) return false;
      return !isOpening || now - one.openedAt < OPENED_FOR;
    });
  }

  /** Once the database has counted them. */
  learn({ actor, people, isOpening, at }: Showing): void {
    const known = this.accounts.get(actor.id) ?? new Map<string, Remembered>();
    const now = epochMillis(at);
    for (const person of people) {
      const openedAt = isOpening ? now : (known.get(person)?.openedAt ?? -Infinity);
      known.set(person, { shownAt: now, openedAt });
    }
    // Put back last, so that those who left are at the head.
    this.accounts.delete(actor.id);
    this.forgetIdle(now);
    this.accounts.set(actor.id, known);
  }

  /** How many accounts are remembered. */
  get size(): number {
    return this.accounts.size;
  }

  private forgetIdle(now: number): void {
    for (const [account, known] of this.accounts) {
      for (const [person, { shownAt }] of known) {
        if (now - shownAt >= COUNTED_FOR) known.delete(person);
      }
      if (known.size > 0) return;
      this.accounts.delete(account);
    }
  }
}
