import { doorFault } from '../catalogue/index.js';
import type { DoorFault } from '../catalogue/index.js';
import { headersOf, mapHeader, plainLabel } from '../flow/index.js';
import type { Flow, HeaderMapping, HeaderReading } from '../flow/index.js';
import { isForbiddenLabel } from './forbidden-label.js';

export interface HeaderCheck {
  /** Where the columns of the flow stand; meaningless when a fault blocks the file. */
  readonly mapping: HeaderMapping;
  readonly faults: readonly DoorFault[];
}

/** From this share of its labels, a header that misses our columns is taken for that of another flow. */
const LIKENESS = 0.8;
const HEADER_PLACE = { line: 1 };

/**
 * Judges the header of a file against the columns of its flow (exchange.md 6.3, lines 51 to 56) and
 * finds where each column stands. A header of another flow is told as such, without listing all that
 * then misses.
 */
export function checkHeader(
  labels: readonly string[],
  flow: Flow,
  allFlows: readonly Flow[],
): HeaderCheck {
  const reading = mapHeader(flow, labels);
  const { mapping } = reading;
  const other = reading.missingRequired.length > 0 ? likelyFlow(labels, flow, allFlows) : undefined;
  if (other) {
    const details = { attendu: flow.code, trouve: other.code };
    return { mapping, faults: [doorFault('FLUX_DIFFERENT', details, HEADER_PLACE)] };
  }
  const faults = [...blocking(reading, labels), ...extra(reading, labels), ...tolerated(reading)];
  return { mapping, faults };
}

function likelyFlow(
  labels: readonly string[],
  own: Flow,
  flows: readonly Flow[],
): Flow | undefined {
  const sent = labels.map(plainLabel);
  const known = (flow: Flow): number => {
    const headers = headersOf(flow);
    return sent.filter((label) => headers.includes(label)).length;
  };
  const most = Math.max(known(own), sent.length * LIKENESS - 1);
  const likely = flows.filter((flow) => flow.code !== own.code && known(flow) > most);
  // The flows of one side begin alike: the one that knows most of the labels is meant.
  return likely.toSorted((one, other) => known(other) - known(one))[0];
}

function blocking(reading: HeaderReading, labels: readonly string[]): DoorFault[] {
  const faults: DoorFault[] = [];
  const { missingRequired } = reading;
  // Empty labels come from separators left at the end of the line: they name nothing twice.
  const duplicates = reading.duplicates.filter((label) => label !== '');
  if (duplicates.length > 0) {
    const colonnes = shown(duplicates, labels.map(plainLabel), reading);
    faults.push(doorFault('duplicate-label', { colonnes }, HEADER_PLACE));
  }
  if (missingRequired.length > 0) {
    const colonnes = missingRequired.join(', ');
    faults.push(doorFault('missing-label', { colonnes }, HEADER_PLACE));
  }
  return faults;
}

function extra(reading: HeaderReading, labels: readonly string[]): DoorFault[] {
  const isForbidden = (label: string): boolean => isForbiddenLabel(plainLabel(label));
  const forbidden = reading.unknown.filter(isForbidden);
  const others = reading.unknown.filter((label) => !isForbidden(label));
  const faults: DoorFault[] = [];
  if (forbidden.length > 0) {
    const colonnes = places(forbidden, labels);
    faults.push(doorFault('extra-label:INTERDITE', { colonnes }, HEADER_PLACE));
  }
  if (others.length > 0) {
    const colonnes = shown(others, labels, reading);
    faults.push(doorFault('extra-label', { colonnes }, HEADER_PLACE));
  }
  return faults;
}

function tolerated(reading: HeaderReading): DoorFault[] {
  const faults: DoorFault[] = [];
  if (reading.missingOptional.length > 0) {
    const colonnes = reading.missingOptional.join(', ');
    faults.push(doorFault('missing-label:FACULTATIVE', { colonnes }, HEADER_PLACE));
  }
  if (reading.misspelt.length > 0) {
    const colonnes = reading.misspelt.join(', ');
    faults.push(doorFault('incorrect-label', { colonnes }, HEADER_PLACE));
  }
  if (reading.isReordered) faults.push(doorFault('incorrect-label:ORDRE', {}, HEADER_PLACE));
  return faults;
}

/**
 * Labels by name only when the header is plainly one: without its header, the first line of a file is
 * somebody's data, which no report may repeat.
 */
function shown(
  labels: readonly string[],
  all: readonly string[],
  { missingRequired }: HeaderReading,
): string {
  const areNames = missingRequired.length === 0 && labels.every((label) => label !== '');
  return areNames ? labels.map((label) => `« ${label} »`).join(', ') : places(labels, all);
}

function places(labels: readonly string[], all: readonly string[]): string {
  const numbers = all.flatMap((label, at) => (labels.includes(label) ? [`n° ${at + 1}`] : []));
  return numbers.join(', ');
}
