import { availableCommands, commandsOf, decide } from './decide.js';
import type { Machine } from './machine.js';

type State = 'draft' | 'sent' | 'closed';
type Command = 'send' | 'close' | 'drop';
type Writer = 'author' | 'reader';

interface Letter {
  readonly state: State;
  readonly pages: number;
}

const letters: Machine<State, Command, Writer, Letter, { limit: number }, 'too-long'> = {
  name: 'letter',
  initial: 'draft',
  final: ['closed'],
  states: ['draft', 'sent', 'closed'],
  transitions: {
    send: {
      from: ['draft'],
      to: 'sent',
      by: ['author'],
      guard: (letter, { limit }) => (letter.pages > limit ? 'too-long' : undefined),
      emits: 'letter.sent.v1',
      about: 'L’auteur envoie la lettre.',
    },
    close: {
      from: ['sent'],
      to: 'closed',
      by: ['reader'],
      emits: 'letter.closed.v1',
      about: 'Le lecteur classe la lettre.',
    },
    drop: {
      from: ['draft', 'sent'],
      to: 'closed',
      by: ['author'],
      emits: 'letter.dropped.v1',
      about: 'L’auteur renonce.',
    },
  },
};

const ctx = { limit: 2 };
const draft: Letter = { state: 'draft', pages: 1 };

describe('decide', () => {
  it('tells the move and its event', () => {
    expect(decide(letters, draft, 'send', 'author', ctx)).toEqual({
      ok: true,
      from: 'draft',
      to: 'sent',
      event: 'letter.sent.v1',
    });
  });

  it('starts from the state of the subject, when several are possible', () => {
    expect(decide(letters, { ...draft, state: 'sent' }, 'drop', 'author', ctx)).toMatchObject({
      from: 'sent',
      to: 'closed',
    });
  });

  it('refuses a command from another state', () => {
    expect(decide(letters, draft, 'close', 'reader', ctx)).toEqual({
      ok: false,
      refusal: 'wrong-state',
    });
  });

  it('refuses a role before it looks at the state', () => {
    expect(decide(letters, draft, 'close', 'author', ctx)).toEqual({
      ok: false,
      refusal: 'not-allowed',
    });
  });

  it('gives the reason of the guard', () => {
    expect(decide(letters, { ...draft, pages: 3 }, 'send', 'author', ctx)).toEqual({
      ok: false,
      refusal: 'too-long',
    });
  });
});

describe('availableCommands', () => {
  it('are those that would pass, in the order of the table', () => {
    expect(availableCommands(letters, draft, 'author', ctx)).toEqual(['send', 'drop']);
    expect(availableCommands(letters, draft, 'reader', ctx)).toEqual([]);
  });

  it('leave out what the guard refuses', () => {
    expect(availableCommands(letters, { ...draft, pages: 3 }, 'author', ctx)).toEqual(['drop']);
  });

  it('are none in a final state', () => {
    expect(availableCommands(letters, { ...draft, state: 'closed' }, 'author', ctx)).toEqual([]);
  });
});

describe('commandsOf', () => {
  it('lists every command', () => {
    expect(commandsOf(letters)).toEqual(['send', 'close', 'drop']);
  });
});
