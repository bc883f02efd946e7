import { faults } from './faults.js';
import type { AnyMachine, Machine } from './machine.js';

type Moves = Readonly<Record<string, { readonly from: readonly string[]; readonly to: string }>>;

const SOUND: Moves = {
  send: { from: ['draft'], to: 'sent' },
  close: { from: ['draft', 'sent'], to: 'closed' },
};

function aMachine(moves: Moves, changes: Partial<AnyMachine> = {}): AnyMachine {
  const rest = { by: ['author'], emits: 'letter.moved.v1', about: 'La lettre avance.' };
  return {
    name: 'letter',
    initial: 'draft',
    final: ['closed'],
    states: ['draft', 'sent', 'closed'],
    transitions: Object.fromEntries(
      Object.entries(moves).map(([command, move]) => [command, { ...move, ...rest }]),
    ),
    ...changes,
  };
}

describe('faults', () => {
  it('are none in a sound machine', () => {
    expect(faults(aMachine(SOUND))).toEqual([]);
  });

  it('take a machine with its own types', () => {
    const switches: Machine<'on' | 'off', 'stop', 'hand', { lamp: string }, object, 'broken'> = {
      name: 'switch',
      initial: 'on',
      final: ['off'],
      states: ['on', 'off'],
      transitions: {
        stop: {
          from: ['on'],
          to: 'off',
          by: ['hand'],
          guard: ({ lamp }) => (lamp === '' ? 'broken' : undefined),
          emits: 'switch.off.v1',
          about: 'On éteint.',
        },
      },
    };

    expect(faults(switches)).toEqual([]);
  });

  it('name a state that nothing leads to', () => {
    const machine = aMachine(SOUND, {
      states: ['draft', 'sent', 'closed', 'lost'],
      final: ['closed', 'lost'],
    });

    expect(faults(machine)).toEqual(['nothing leads to the state lost']);
  });

  it('see through two states that only lead to each other', () => {
    const island = { hide: { from: ['lost'], to: 'found' }, seek: { from: ['found'], to: 'lost' } };
    const machine = aMachine(
      { ...SOUND, ...island },
      { states: ['draft', 'sent', 'closed', 'lost', 'found'] },
    );

    expect(faults(machine)).toEqual([
      'nothing leads to the state lost',
      'nothing leads to the state found',
    ]);
  });

  it('name a dead end that is not final', () => {
    const machine = aMachine({ ...SOUND, close: { from: ['draft'], to: 'closed' } });

    expect(faults(machine)).toEqual(['nothing leaves sent, which is not final']);
  });

  it('take a state that only leads to itself for a dead end', () => {
    const machine = aMachine({
      ...SOUND,
      close: { from: ['draft'], to: 'closed' },
      repeat: { from: ['sent'], to: 'sent' },
    });

    expect(faults(machine)).toEqual(['nothing leaves sent, which is not final']);
  });

  it('name a command that leaves a final state', () => {
    const machine = aMachine({ ...SOUND, reopen: { from: ['closed'], to: 'sent' } });

    expect(faults(machine)).toEqual(['reopen leaves the final state closed']);
  });

  it('name every unknown state', () => {
    const machine = aMachine(
      { ...SOUND, lose: { from: ['post'], to: 'abyss' } },
      { final: ['closed', 'end'] },
    );

    expect(faults(machine)).toEqual([
      'the final state end is unknown',
      'lose starts from the unknown state post',
      'lose leads to the unknown state abyss',
    ]);
  });

  it('name an unknown initial state, from which nothing can be reached', () => {
    expect(faults(aMachine(SOUND, { initial: 'born' }))).toEqual([
      'the initial state born is unknown',
      'nothing leads to the state draft',
      'nothing leads to the state sent',
      'nothing leads to the state closed',
    ]);
  });
});
