import { ENCODING_CASES } from './cases/encoding-cases.js';
import { MANIFEST_CASES } from './cases/manifest-cases.js';
import { RECORD_CASES } from './cases/record-cases.js';
import { STRUCTURE_CASES } from './cases/structure-cases.js';
import { TRANSPORT_CASES } from './cases/transport-cases.js';
import { VALUE_CASES } from './cases/value-cases.js';
import type { FaultCase } from './support/fault-case.js';

/** Every input that is sent. */
export const FAULT_CASES: readonly FaultCase[] = [
  ...TRANSPORT_CASES,
  ...ENCODING_CASES,
  ...STRUCTURE_CASES,
  ...MANIFEST_CASES,
  ...VALUE_CASES,
  ...RECORD_CASES,
];

/** A test of its own, elsewhere: its file, and words of its title. */
export type Elsewhere = readonly [file: string, title: string];

const SPOOL = 'test/exchanges/spool.spec.ts';
const LIMITS = 'test/exchanges/faults/deposit-limits.spec.ts';
const ROWS = 'test/exchanges/rows-and-gates.spec.ts';

/** Lines of exchange.md 6 whose test is elsewhere: it needs folders, several senders or a broken disk. */
export const ELSEWHERE: Readonly<Record<number, readonly Elsewhere[]>> = {
  1: [
    [SPOOL, 'is left alone under its temporary name'],
    [SPOOL, 'is swept with a notice that names nothing'],
  ],
  2: [[SPOOL, 'is refused when it stays %s']],
  3: [[SPOOL, 'is refused when it stays %s']],
  4: [[SPOOL, 'is refused when it was cut under its own name']],
  5: [
    [SPOOL, 'gets the same receipt as by the API, word for word'],
    [LIMITS, 'made twice at the same instant is one file with one receipt'],
  ],
  8: [[SPOOL, 'is refused and removed, and what it points at stays as it was']],
  9: [[SPOOL, 'is refused under a name that is none']],
  10: [[SPOOL, 'is refused when it speaks for another organisation']],
  15: [[SPOOL, 'is refused when it is too large']],
  16: [[LIMITS, 'is told to wait, alone, and is served again a minute later']],
  17: [[LIMITS, 'is not received, and passes once there is room']],
  71: [[LIMITS, 'is held after six others, and goes on once confirmed']],
  58: [[ROWS, 'let nineteen refused rows by']],
  91: [
    ['test/exchanges/open-stock.spec.ts', 'is applied, and its emitter is asked about the case'],
  ],
};

/** Lines of exchange.md 6 that nothing can bring about yet, and why. */
export const OUT_OF_SCOPE: Readonly<Record<number, string>> = {
  12: 'manifests are not signed yet',
  13: 'manifests are not signed yet',
  20: 'there is no door for mail: nothing receives it',
  21: 'files are not searched for viruses yet',
  22: 'files are not searched for viruses yet',
  23: 'files are not searched for viruses yet',
  25: 'archives are refused before they are opened (#24)',
  26: 'archives are refused before they are opened (#24)',
};

/** Lines 1 to 94: those of files, those after them are of the infrastructure. */
export const FAULT_NUMBERS: readonly number[] = Array.from({ length: 94 }, (_, at) => at + 1);
