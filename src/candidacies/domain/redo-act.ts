import { isNotOlder, type AsOf, type Instant, type LocalDate } from '../../kernel/index.js';
import type { Candidacy, Decision } from './candidacy.js';
import { candidacyMachine, type CandidacyCommand } from './candidacy.machine.js';

/** What a person's act wrote, as its line of history keeps it: a medical outcome is masked. */
export interface SaidByAct {
  /** What was known when it was done: it counts after that, and before what came later. */
  readonly asOf: AsOf | null;
  readonly unitFileNumber: string | null;
  readonly decision: Decision | null;
}

/** An act of a person or of a program of the unit, by page or API: files are read again from their bytes. */
export interface CandidacyAct {
  readonly candidacyId: string;
  readonly command: CandidacyCommand;
  readonly effectiveOn: LocalDate;
  readonly recordedAt: Instant;
  readonly said: SaidByAct;
}

/**
 * Pure: the candidacy after an act that was once allowed, when what came before it is told anew
 * (exchange.md 7.e.3). It stays without effect where its state no longer is one it starts from.
 */
export function redoAct(candidacy: Candidacy, act: CandidacyAct): Candidacy {
  const { command, effectiveOn, said } = act;
  const { from } = candidacyMachine.transitions[command];
  if (command === 'restate' || !from.includes(candidacy.state)) return candidacy;
  const isNews = said.asOf && isNotOlder(said.asOf, candidacy.asOf);
  return {
    ...candidacy,
    ...writtenBy(act),
    state: stateAfter(command),
    stateOn: command === 'acknowledge' ? candidacy.stateOn : effectiveOn,
    unitFileNumber: said.unitFileNumber ?? candidacy.unitFileNumber,
    acknowledgedOn: candidacy.acknowledgedOn ?? effectiveOn,
    asOf: isNews ? said.asOf : candidacy.asOf,
  };
}

function stateAfter(command: Exclude<CandidacyCommand, 'restate'>): Candidacy['state'] {
  const { to } = candidacyMachine.transitions[command];
  if (typeof to !== 'string') throw new Error(`${command} leads to one state`);
  return to;
}

function writtenBy({ command, effectiveOn, said }: CandidacyAct): Partial<Candidacy> {
  if (command === 'convoke') return { convokedOn: effectiveOn };
  if (command === 'decide') return { decision: said.decision };
  return command === 'reopen' ? { decision: null } : {};
}
