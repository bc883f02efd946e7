import { counted, frenchNumber, typeset } from '../../../platform/french/index.js';
import type { DoorFault, FaultLevel } from '../../catalogue/index.js';
import { MASK, type RowAnomaly } from '../../flow/index.js';
import type { AnomalyGroup } from '../../report/index.js';
import { GRAVITIES, type StateWords } from '../exchange-words.js';

/** One thing to correct, with how many lines it holds. */
export interface Cause {
  readonly key: string;
  readonly code: string;
  readonly gravity: StateWords;
  readonly message: string;
  readonly correction: string;
  readonly column: string | null;
  /** How many lines, or that the whole file is meant. */
  readonly count: string;
}

/** One fault of one line. */
export interface FaultyLine {
  readonly key: string;
  readonly line: string;
  readonly gravity: StateWords;
  readonly column: string | null;
  readonly value: string;
  readonly message: string;
  readonly correction: string;
}

/** Of what was applied all the same: it is asked about, and nothing waits for the answer. */
const TO_VERIFY: StateWords = { label: 'À vérifier', tone: 'warning' };

/**
 * What is wrong, by cause: the file itself first, which counts no line.
 * @param waits true while the file waits, or would wait, for what is to be confirmed
 */
export function causesOf(
  faults: readonly DoorFault[],
  groups: readonly AnomalyGroup[],
  waits: boolean,
): readonly Cause[] {
  const gravityOf = (level: FaultLevel): StateWords =>
    level === 'A_CONFIRMER' && !waits ? TO_VERIFY : GRAVITIES[level];
  const ofFile = faults.map(({ code, level, message, correction }, at) => ({
    key: `${at} ${code}`,
    code,
    gravity: gravityOf(level),
    message: typeset(message),
    correction: typeset(correction),
    column: null,
    count: 'Tout le fichier',
  }));
  const ofLines = groups.map(({ code, level, message, correction, column, count }) => ({
    key: `${code} ${column} ${message} ${correction}`,
    code,
    gravity: gravityOf(level),
    message: typeset(message),
    correction: typeset(correction),
    column,
    count: counted(count, 'ligne', 'lignes'),
  }));
  return [...ofFile, ...ofLines];
}

/** The anomalies of some lines, one by one. */
export function faultyLines(anomalies: readonly RowAnomaly[]): readonly FaultyLine[] {
  return anomalies.map(({ line, level, column, value, message, correction }, at) => ({
    key: `${line} ${at}`,
    line: `Ligne ${frenchNumber(line)}`,
    gravity: GRAVITIES[level],
    column,
    value: shownValue(value),
    message: typeset(message),
    correction: typeset(correction),
  }));
}

/** Nothing is left blank, and what the engine masks is said to be masked. */
function shownValue(value: string | null): string {
  if (value === MASK) return 'valeur masquée';
  return value === null || value === '' ? 'vide' : value;
}
