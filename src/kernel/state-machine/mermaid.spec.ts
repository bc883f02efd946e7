import type { AnyMachine } from './machine.js';
import { mermaid } from './mermaid.js';

const machine: AnyMachine = {
  name: 'candidacy',
  initial: 'received',
  final: ['closed'],
  states: ['received', 'in-evaluation', 'closed'],
  transitions: {
    evaluate: {
      from: ['received'],
      to: 'in-evaluation',
      by: ['recruiter'],
      emits: 'candidacy.in-evaluation.v1',
      about: 'L’unité étudie la candidature.',
    },
    close: {
      from: ['received', 'in-evaluation'],
      to: 'closed',
      by: ['recruiter'],
      emits: 'candidacy.closed.v1',
      about: 'L’unité clôt la candidature.',
    },
  },
};

describe('mermaid', () => {
  it('draws every state and every move, with no hyphen in an identifier', () => {
    expect(mermaid(machine).split('\n')).toEqual([
      'stateDiagram-v2',
      '  state "received" as received',
      '  state "in-evaluation" as in_evaluation',
      '  state "closed" as closed',
      '  [*] --> received',
      '  received --> in_evaluation: evaluate',
      '  received --> closed: close',
      '  in_evaluation --> closed: close',
      '  closed --> [*]',
      '',
    ]);
  });
});
