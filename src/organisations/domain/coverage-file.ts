import { readAddress, type CoverageAddress } from './coverage-addresses.js';

/** The 13 columns of a coverage file, in order (contract.md 6). */
export const COVERAGE_COLUMNS = [
  'Code INSEE',
  'Nom Commune',
  'Département Commune',
  'Région Commune',
  'Code Région Commune',
  'Code ML',
  'Nom Officiel ML',
  'Région ML',
  'Code Région ML',
  'Commune présente sur plusieurs ML',
  'Adresse ML',
  'Code Postal ML',
  'Ville ML',
] as const;

/** What the service keeps of one line of a coverage file. */
export interface CoverageLine {
  readonly communeCode: string;
  readonly communeName: string;
  /** Five characters, first part of the i-milo structure code: `97411` for `97411S00`. */
  readonly missionLocaleCode: string;
  readonly missionLocaleName: string;
  /** The file says that other missions locales cover this commune too. */
  readonly isShared: boolean;
  /** Of the mission locale; null where the line says none that can be used. */
  readonly address: CoverageAddress | null;
}

export type CoverageFault =
  | 'header'
  | 'column-count'
  | 'commune-code'
  | 'mission-locale-code'
  | 'shared-flag'
  | 'duplicate'
  /** Two missions locales for a commune that the file does not say is shared. */
  | 'shared-not-declared';

/** One record of the file as scanned: physical line, and values. */
export interface CoverageRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Lines that could be read, and faults by physical line. */
export interface CoverageReading {
  readonly lines: readonly CoverageLine[];
  readonly faults: readonly { readonly line: number; readonly fault: CoverageFault }[];
}

const COMMUNE = /^(?:\d{2}|2[AB])\d{3}$/;
const FLAGS: Readonly<Record<string, boolean>> = { Oui: true, Non: false };

/**
 * Reads the records of a coverage file, header first. A line with a fault is left out; a wrong header
 * leaves everything out. Any number of missions locales may share a commune, if the file says so.
 */
export function readCoverage(records: readonly CoverageRecord[]): CoverageReading {
  const [header, ...body] = records;
  const isHeaderRight = COVERAGE_COLUMNS.every((name, index) => header?.cells[index] === name);
  if (!isHeaderRight || header?.cells.length !== COVERAGE_COLUMNS.length) {
    return { lines: [], faults: [{ line: header?.line ?? 1, fault: 'header' }] };
  }
  const lines: CoverageLine[] = [];
  const faults: { line: number; fault: CoverageFault }[] = [];
  const seen = new Map<string, CoverageLine[]>();
  for (const { line, cells } of body) {
    const read = readLine(cells);
    const fault = typeof read === 'string' ? read : clashWith(read, seen.get(read.communeCode));
    if (fault !== undefined) faults.push({ line, fault });
    if (typeof read === 'string' || fault !== undefined) continue;
    lines.push(read);
    seen.set(read.communeCode, [...(seen.get(read.communeCode) ?? []), read]);
  }
  return { lines, faults };
}

function readLine(cells: readonly string[]): CoverageLine | CoverageFault {
  if (cells.length !== COVERAGE_COLUMNS.length) return 'column-count';
  const [communeCode = '', communeName = '', , , , code = '', name = '', , , flag = ''] = cells.map(
    (cell) => cell.trim(),
  );
  if (!COMMUNE.test(communeCode)) return 'commune-code';
  if (!COMMUNE.test(code)) return 'mission-locale-code';
  const isShared = FLAGS[flag];
  if (isShared === undefined) return 'shared-flag';
  const address = readAddress(cells.slice(10)) ?? null;
  const missionLocale = { missionLocaleCode: code, missionLocaleName: name, address };
  return { communeCode, communeName, ...missionLocale, isShared };
}

function clashWith(
  line: CoverageLine,
  others: readonly CoverageLine[] = [],
): CoverageFault | undefined {
  const { missionLocaleCode } = line;
  if (others.some((other) => other.missionLocaleCode === missionLocaleCode)) return 'duplicate';
  const isDeclared = line.isShared && others.every((other) => other.isShared);
  return others.length === 0 || isDeclared ? undefined : 'shared-not-declared';
}
