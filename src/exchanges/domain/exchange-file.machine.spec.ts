import type { LifeCycle } from '../../kernel/index.js';
import { EXCHANGE_EVENTS } from './events.js';
import {
  exchangeFileMachine,
  FILE_STEPS,
  stateOfStep,
  stepAfter,
  stepsBefore,
  type FileCommand,
  type FileStep,
} from './exchange-file.machine.js';
import { EXCHANGE_FILE_STATES } from './exchange-file.js';

/** Every move that is allowed; all others are not. */
const ALLOWED: readonly (readonly [FileStep, FileCommand, FileStep])[] = [
  ['RECU', 'refuse', 'REJETE_TECHNIQUE'],
  ['RECU', 'hold', 'A_CONFIRMER'],
  ['RECU', 'register', 'ENREGISTRE'],
  ['A_CONFIRMER', 'confirm', 'ENREGISTRE'],
  ['A_CONFIRMER', 'expire', 'REJETE'],
  ['ENREGISTRE', 'take', 'LECTURE'],
  ['ENREGISTRE', 'fail', 'EN_ERREUR_INTERNE'],
  ['LECTURE', 'hold', 'A_CONFIRMER'],
  ['LECTURE', 'release', 'ENREGISTRE'],
  ['LECTURE', 'reject', 'REJETE'],
  ['LECTURE', 'apply', 'APPLIQUE'],
  ['EN_ERREUR_INTERNE', 'replay', 'ENREGISTRE'],
  ['APPLIQUE', 'close', 'CLOS'],
  ['APPLIQUE', 'replace', 'REMPLACE'],
  ['APPLIQUE', 'annul', 'ANNULE'],
  ['REJETE', 'close', 'CLOS'],
];

const COMMANDS = Object.keys(exchangeFileMachine.transitions) as FileCommand[];
const EVERY_MOVE = FILE_STEPS.flatMap((step) =>
  COMMANDS.map((command) => ({ step, command, to: targetOf(step, command) })),
);

function targetOf(step: FileStep, command: FileCommand): FileStep | undefined {
  return ALLOWED.find(([from, by]) => from === step && by === command)?.[2];
}

describe('The steps of a file', () => {
  it.each(EVERY_MOVE)('$step, $command: $to', ({ step, command, to }) => {
    expect(stepAfter(step, command)).toBe(to);
  });

  it.each(FILE_STEPS)('knows what leads to %s', (step) => {
    const before = ALLOWED.filter(([, , to]) => to === step).map(([from]) => from);
    expect([...new Set(stepsBefore(step))].toSorted()).toEqual([...new Set(before)].toSorted());
  });

  it('never lead from a conclusion back to the rows', () => {
    const concluded: FileStep[] = ['CLOS', 'REJETE_TECHNIQUE', 'REMPLACE', 'ANNULE'];
    const left = concluded.flatMap((step) => COMMANDS.map((command) => stepAfter(step, command)));
    expect(left.filter((to) => to !== undefined)).toEqual([]);
    expect(stepAfter('APPLIQUE', 'take')).toBeUndefined();
    expect(stepAfter('REJETE', 'take')).toBeUndefined();
  });

  it('each stand for one state of the API, and each state for one step at least', () => {
    expect([...new Set(FILE_STEPS.map(stateOfStep))].toSorted()).toEqual(
      [...EXCHANGE_FILE_STATES].toSorted(),
    );
  });

  it('publish events that the feature declares', () => {
    const { transitions }: LifeCycle = exchangeFileMachine;
    const published = Object.values(transitions).flatMap(({ emits }) => emits ?? []);
    expect(EXCHANGE_EVENTS).toEqual(expect.arrayContaining(published));
  });
});
