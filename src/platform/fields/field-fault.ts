/** The stable codes of input faults; the words of the file exchange (exchange.md 6). */
export const FIELD_FAULT_CODES = [
  'required',
  'type-error',
  'constraint-error',
  'CODE_INCONNU',
  'CONTENU_INTERDIT',
  'unknown-property',
] as const;

export type FieldFaultCode = (typeof FIELD_FAULT_CODES)[number];

/** One fault of a value. Its text never quotes the value. */
export interface FieldFault {
  /** Where in the value, as the end of a JSON pointer: `/2` for the third item. */
  readonly at?: string;
  readonly code: FieldFaultCode;
  /** French. */
  readonly detail: string;
}

/** A fault of the whole value. */
export function fault(code: FieldFaultCode, detail: string): FieldFault {
  return { code, detail };
}

/** Faults as the one text class-validator carries for a constraint. */
export function encodeFaults(faults: readonly FieldFault[]): string {
  return JSON.stringify(faults);
}

/** The faults of such a text; nothing when it was not written by `encodeFaults`. */
export function decodeFaults(text: string): readonly FieldFault[] {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.filter(isFault) : [];
  } catch {
    return [];
  }
}

function isFault(value: unknown): value is FieldFault {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value;
}
