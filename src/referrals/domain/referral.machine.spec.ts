import fc from 'fast-check';
import { availableCommands, commandsOf, decide, ROLES, targetsOf } from '../../kernel/index.js';
import { referralMachine, type ReferralRole } from './referral.machine.js';
import { isOpen, REFERRAL_STATES, type ReferralState } from './referral.js';

const EVERY_ROLE: readonly ReferralRole[] = [
  ...ROLES,
  'ml-machine',
  'unit-machine',
  'national-machine',
  'ml-file',
  'unit-file',
  'system',
  'candidacy',
];
const COMMANDS = commandsOf(referralMachine);

function row(role: ReferralRole): string {
  const cells = REFERRAL_STATES.map(
    (state) =>
      `${state}: ${availableCommands(referralMachine, { state }, role, undefined).join(' ') || '-'}`,
  );
  return `${role.padEnd(18)}| ${cells.join(' | ')}`;
}

describe('The life-cycle of a referral', () => {
  it('lets each role do this in each state', () => {
    expect(`\n${EVERY_ROLE.map(row).join('\n')}\n`).toMatchSnapshot();
  });

  it('never leaves its table, whatever is asked of it', () => {
    const act = fc.tuple(fc.constantFrom(...COMMANDS), fc.constantFrom(...EVERY_ROLE));
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let state: ReferralState = referralMachine.initial;
        for (const [command, role] of acts) {
          const transition = referralMachine.transitions[command];
          const { from, by } = transition;
          const [to = state] = targetsOf(transition);
          const decision = decide(referralMachine, { state }, command, role, undefined);
          expect(decision.ok).toBe(from.includes(state) && by.includes(role));
          if (decision.ok) state = to;
          expect(REFERRAL_STATES).toContain(state);
        }
      }),
    );
  });

  it('ends with a withdrawal, unless the file that said so is taken back', () => {
    const allowed = EVERY_ROLE.flatMap((role) =>
      availableCommands(referralMachine, { state: 'withdrawn' }, role, undefined),
    );
    expect([...new Set(allowed)]).toEqual(['restate']);
  });

  it('follows what is corrected of its young person while the unit owes an answer, in its own state', () => {
    const follows = REFERRAL_STATES.filter((state) => {
      const of = [referralMachine, { state }, 'correct-person', 'young-person'] as const;
      const decision = decide(...of, undefined, state);
      return decision.ok && decision.to === state;
    });
    expect(follows).toEqual(['submitted', 'received']);
  });

  it('keeps the young person busy while the unit owes an answer, and only then', () => {
    expect(REFERRAL_STATES.filter((state) => isOpen({ state }))).toEqual(['submitted', 'received']);
  });
});
