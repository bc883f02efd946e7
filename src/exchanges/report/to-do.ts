import { FAULT_LEVELS } from '../catalogue/index.js';
import type { AnomalyGroup, ReportSubject } from './report-subject.js';

/** What to do first, at most this many things (exchange.md 7.d). */
const MOST = 3;

/** The gravest first, then what concerns the most lines; what asks for nothing is left out. */
export function toDoFirst({ faults, groups }: ReportSubject): AnomalyGroup[] {
  const whole = faults.map((fault) => ({ ...fault, column: null, count: 1 }));
  return [...whole, ...groups]
    .filter(({ level }) => level !== 'INFORMATION')
    .toSorted((one, other) => rank(one) - rank(other) || other.count - one.count)
    .slice(0, MOST);
}

function rank({ level }: AnomalyGroup): number {
  return FAULT_LEVELS.indexOf(level);
}
