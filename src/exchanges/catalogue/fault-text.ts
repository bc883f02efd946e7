import { FAULT_PRECISIONS } from './fault-precisions.js';
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
  const { message, correction } = preciseText(precision) ?? ROW_FAULTS[code];
  return { message: fill(message, subject), correction: fill(correction, subject) };
}

function preciseText(
  precision: string | null,
): { message: string; correction: string } | undefined {
  const entry = Object.entries(FAULT_PRECISIONS).find(([name]) => name === precision);
  return entry?.[1];
}

function fill(text: string, subject: FaultSubject): string {
  return text.replaceAll('{titre}', subject.title).replaceAll('{attendu}', subject.expected);
}
