import { FAULT_PRECISIONS } from './fault-precisions.js';
import type { FaultPrecision } from './fault-precisions.js';
import { ROW_FAULTS } from './row-faults.js';
import type { RowFaultCode } from './row-faults.js';

/** What the texts of the catalogue say in place of `{titre}` and `{attendu}`. */
export interface FaultSubject {
  readonly title: string;
  readonly expected: string;
}

/** The French sentences of a fault: those of its precision when there are some, else of its code. */
export function faultText(
  code: RowFaultCode,
  precision: string | null,
  subject: FaultSubject,
): { message: string; correction: string } {
  const { message, correction } = isPrecision(precision)
    ? FAULT_PRECISIONS[precision]
    : ROW_FAULTS[code];
  return { message: fill(message, subject), correction: fill(correction, subject) };
}

function isPrecision(name: string | null): name is FaultPrecision {
  return name !== null && Object.hasOwn(FAULT_PRECISIONS, name);
}

function fill(text: string, subject: FaultSubject): string {
  return text.replaceAll('{titre}', subject.title).replaceAll('{attendu}', subject.expected);
}
