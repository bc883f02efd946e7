import type { DoorFault, FaultLevel } from '../catalogue/index.js';
import type { RowAnomaly } from '../flow/index.js';

/** One anomaly as reports write it, keys and order included (exchange.md 7.d). */
export interface AnomalyEntry {
  /** Physical line, header = 1; null when the whole file is meant. */
  readonly ligne: number | null;
  readonly identifiant_ligne: number | null;
  readonly colonne: string | null;
  readonly position: number | null;
  readonly type: string;
  readonly code: string;
  readonly precision: string | null;
  readonly niveau: FaultLevel;
  readonly valeur: string | null;
  readonly message: string;
  readonly correction: string;
  readonly regle: string | null;
  readonly cascade_de: string | null;
}

/** The columns of a report as a table. */
export const ENTRY_KEYS = [
  'ligne',
  'identifiant_ligne',
  'colonne',
  'position',
  'type',
  'code',
  'precision',
  'niveau',
  'valeur',
  'message',
  'correction',
  'regle',
  'cascade_de',
] as const satisfies readonly (keyof AnomalyEntry)[];

/** An anomaly of a row; its value was masked when it was found. */
export function rowEntry(anomaly: RowAnomaly): AnomalyEntry {
  return {
    ligne: anomaly.line,
    identifiant_ligne: anomaly.rowId,
    colonne: anomaly.column,
    position: anomaly.position,
    type: anomaly.type,
    code: anomaly.code,
    precision: anomaly.precision,
    niveau: anomaly.level,
    valeur: anomaly.value,
    message: anomaly.message,
    correction: anomaly.correction,
    regle: anomaly.rule,
    cascade_de: anomaly.cascadeOf,
  };
}

/** Codes borrowed from frictionless are also its error types; our own are in capitals. */
const BORROWED = /^[a-z-]+$/;

/** A fault of the whole file. */
export function fileEntry(fault: DoorFault): AnomalyEntry {
  return {
    ligne: fault.line ?? null,
    identifiant_ligne: null,
    colonne: null,
    position: null,
    type: BORROWED.test(fault.code) ? fault.code : 'file-error',
    code: fault.code,
    precision: fault.precision ?? null,
    niveau: fault.level,
    valeur: null,
    message: fault.message,
    correction: fault.correction,
    regle: fault.rule,
    cascade_de: null,
  };
}
