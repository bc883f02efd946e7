import { doorFault } from '../catalogue/door-faults.js';
import type { DoorFault } from '../catalogue/door-fault.js';
import type { FileNature } from './file-name.js';

/** A file already accepted, or the one at the door. */
export interface SequencedFile {
  readonly fileName: string;
  readonly period: string;
  readonly nature: FileNature;
  readonly sequence: number;
  readonly sha256: string;
}

/** What the accepted files of the same flow and mode say of a deposit. */
export interface SequenceCheck<Known extends SequencedFile> {
  /** The very same deposit, already received: its receipt is given again. */
  readonly identical: Known | null;
  readonly faults: readonly DoorFault[];
}

/**
 * Sequence and replay (exchange.md 6.1 #5-7, 6.4 #64-66, 7.e.1; contract.md 3). `known` holds the
 * accepted files that share the sequence, or the content of the period.
 */
export function checkSequence<Known extends SequencedFile>(
  file: SequencedFile,
  known: readonly Known[],
  lastSequence: number,
): SequenceCheck<Known> {
  const sameSequence = known.find(({ sequence }) => sequence === file.sequence);
  if (sameSequence) return replay(file, sameSequence, lastSequence);
  const faults = [...contentFaults(file, known), ...orderFaults(file, lastSequence)];
  return { identical: null, faults };
}

function replay<Known extends SequencedFile>(
  file: SequencedFile,
  before: Known,
  lastSequence: number,
): SequenceCheck<Known> {
  if (before.sha256 === file.sha256 && before.period === file.period) {
    return { identical: before, faults: [] };
  }
  const isSameName = before.fileName === file.fileName;
  const fault = isSameName
    ? doorFault('NOM_DEJA_UTILISE', {})
    : doorFault('SEQUENCE_REUTILISEE', { suivant: lastSequence + 1 });
  return { identical: null, faults: [fault] };
}

/** Files without rows all have the same content, and a replacement may go back to an earlier one (#7). */
const MAY_REPEAT: readonly FileNature[] = ['N', 'A', 'R'];

/** Another period is another statement. */
function contentFaults(file: SequencedFile, known: readonly SequencedFile[]): DoorFault[] {
  const isRepeated = known.some(
    ({ sha256, period }) => sha256 === file.sha256 && period === file.period,
  );
  return isRepeated && !MAY_REPEAT.includes(file.nature)
    ? [doorFault('CONTENU_DEJA_RECU', {})]
    : [];
}

function orderFaults({ sequence }: SequencedFile, lastSequence: number): DoorFault[] {
  if (sequence > lastSequence + 1) {
    return [doorFault('SEQUENCE_TROU', { attendu: lastSequence + 1 })];
  }
  return sequence < lastSequence ? [doorFault('SEQUENCE_TARDIVE', {})] : [];
}
