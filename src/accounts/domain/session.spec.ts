import { addMillis, parseInstant } from '../../kernel/index.js';
import { endOfSession, isAlive } from './session.js';

const START = parseInstant('2026-11-28T08:00:00Z')!;
const MINUTE = 60_000;

describe('a session', () => {
  it('ends after half an hour without a request', () => {
    const session = { seenAt: START, endsAt: endOfSession(START) };

    expect(isAlive(session, addMillis(START, 30 * MINUTE - 1))).toBe(true);
    expect(isAlive(session, addMillis(START, 30 * MINUTE))).toBe(false);
  });

  it('ends ten hours after it began, however busy', () => {
    const endsAt = endOfSession(START);
    const last = addMillis(START, 600 * MINUTE);

    expect(isAlive({ seenAt: addMillis(last, -2), endsAt }, addMillis(last, -1))).toBe(true);
    expect(isAlive({ seenAt: addMillis(last, -2), endsAt }, last)).toBe(false);
  });
});
