import type { AuditEntry, Clock } from '../../kernel/index.js';
import { ReadingBoundReached, TooManyShownAtOnce } from '../domain/errors.js';
import {
  ALARMING_OPENINGS,
  readingBoundOf,
  showingOf,
  type ReadingBounds,
} from '../domain/reading-bound.rules.js';
import { RememberedShowings } from '../domain/remembered-showings.js';
import type { ReadingAlerts } from './reading-alerts.js';
import type { BoundShowing, CountAnswer } from './people-count.js';

const DAY_SECONDS = 86_400;
/** The greatest number PostgreSQL keeps in four bytes. */
const ANY_NUMBER = 2 ** 31 - 1;

/** Bounds how many young people one account is shown in a day; PostgreSQL holds the count (SEC-19). */
export class PeopleCounter {
  private readonly remembered = new RememberedShowings();

  constructor(
    private readonly bounds: ReadingBounds,
    private readonly clock: Clock,
    private readonly alerts: ReadingAlerts,
  ) {}

  /**
   * What the database must count before it may be shown; nothing when it is counted already.
   * @throws ReadingBoundReached for a role that reads nobody
   * @throws TooManyShownAtOnce for a list that no account of the role may ever read
   */
  toCount(entries: readonly AuditEntry[]): BoundShowing | undefined {
    const showing = showingOf(entries, this.clock.now());
    if (!showing) return undefined;
    const ofRole = readingBoundOf(showing.actor.role, this.bounds);
    const bound = showing.isOwnWork ? ANY_NUMBER : ofRole;
    if (bound === 0) throw new ReadingBoundReached(0, DAY_SECONDS);
    const { length: asked } = showing.people;
    if (asked > bound) throw new TooManyShownAtOnce(bound, asked);
    return this.remembered.holds(showing) ? undefined : { ...showing, bound };
  }

  /**
   * The line of an alert that goes with what was admitted, if any.
   * @throws ReadingBoundReached when it was not
   */
  admit({ actor, bound, at }: BoundShowing, answer: CountAnswer): AuditEntry | undefined {
    if (!answer.is_admitted) throw new ReadingBoundReached(bound, answer.retry_after);
    if (answer.opened_lately < ALARMING_OPENINGS) return undefined;
    return this.alerts.burst(actor, answer.opened_lately, at);
  }

  /** Once what was counted is committed. */
  remember(showing: BoundShowing): void {
    this.remembered.learn(showing);
  }
}
