import { addMillis, type Instant } from '../../kernel/index.js';
import type { ExchangeFile, ExchangeFileState } from './exchange-file.js';

/** How long what a test file left is kept (exchange.md 7.k), in milliseconds. */
const TEST_KEPT = 7 * 86_400_000;

/** A test still to be processed is kept whole, however old: its emitter has had no report of it. */
export const KEPT_STATES: readonly ExchangeFileState[] = ['registered', 'internal-error'];

/** Tests done with before this instant are forgotten: their receipts stay, as proof. */
export function testsForgottenBefore(now: Instant): Instant {
  return addMillis(now, -TEST_KEPT);
}

type Tested = Pick<ExchangeFile, 'place' | 'appliedAt' | 'receivedAt' | 'state'>;

/** True for a test of which nothing but the receipt is kept. */
export function isForgotten(
  { place, appliedAt, receivedAt, state }: Tested,
  now: Instant,
): boolean {
  const isOld = (appliedAt ?? receivedAt) < testsForgottenBefore(now);
  return place?.mode === 'T' && isOld && !KEPT_STATES.includes(state);
}
