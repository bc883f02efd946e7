import { fullerAddress, type CoverageAddress } from './coverage-addresses.js';
import { COVERAGE_COLUMNS, readCoverage, type CoverageFault } from './coverage-file.js';
import type { CoveragePair } from './coverage-plan.js';
import type { ReferenceRow } from './reference-table.js';
import type { TableFault, TableReading, TableRecord } from './table-reading.js';

/** What is wrong with a line of a coverage file, and what to do. */
const SAID: Readonly<Record<CoverageFault, readonly [column: string | null, said: string]>> = {
  header: [null, `L’en-tête attendu est : ${COVERAGE_COLUMNS.join(' ; ')}.`],
  'column-count': [null, 'La ligne ne compte pas 13 valeurs : vérifiez les points-virgules.'],
  'commune-code': [
    'Code INSEE',
    'Le code INSEE compte cinq caractères. Un tableur a pu ôter le zéro de tête : mettez la colonne au format texte.',
  ],
  'mission-locale-code': [
    'Code ML',
    'Le code de la mission locale compte cinq caractères, comme 97411. Un tableur a pu ôter le zéro de tête.',
  ],
  'shared-flag': ['Commune présente sur plusieurs ML', 'Écrivez Oui ou Non.'],
  duplicate: ['Code ML', 'Cette commune est déjà donnée à cette mission locale : ôtez la ligne.'],
  'shared-not-declared': [
    'Commune présente sur plusieurs ML',
    'Cette commune a deux missions locales sans que le fichier le dise : écrivez Oui sur chacune de ses lignes.',
  ],
};
const UNKNOWN =
  'Aucune mission locale du registre ne porte ce code : ajoutez-la d’abord aux organismes.';

/**
 * Reads a coverage file. A commune is found by its code; its value is the missions locales that cover
 * it, by their structure codes.
 * @param structureCodes by their first five characters, which is what a file says
 */
export function readCoverageTable(
  records: readonly TableRecord[],
  structureCodes: ReadonlyMap<string, string>,
): TableReading & {
  readonly pairs: readonly CoveragePair[];
  /** By structure code; the first that a file says of each, one with a street before one without. */
  readonly addresses: ReadonlyMap<string, CoverageAddress>;
} {
  const { lines, faults } = readCoverage(records);
  const told = faults.map(({ line, fault }): TableFault => {
    const [column, said] = SAID[fault];
    return { line, column, said };
  });
  const body = records.slice(1);
  const unknown = body.flatMap(({ line, cells }): TableFault[] => {
    const code = (cells[5] ?? '').trim();
    const isRead = !faults.some((one) => one.line === line) && faults[0]?.fault !== 'header';
    return isRead && !structureCodes.has(code) ? [{ line, column: 'Code ML', said: UNKNOWN }] : [];
  });
  const pairs = lines.flatMap(({ communeCode, missionLocaleCode: short }) => {
    const missionLocaleCode = structureCodes.get(short);
    return missionLocaleCode === undefined ? [] : [{ communeCode, missionLocaleCode }];
  });
  const addresses = new Map<string, CoverageAddress>();
  for (const { missionLocaleCode: short, address } of lines) {
    const code = structureCodes.get(short);
    if (code === undefined || address === null) continue;
    addresses.set(code, fullerAddress(addresses.get(code), address));
  }
  return { rows: coverageRows(pairs), faults: [...told, ...unknown], pairs, addresses };
}

/** A coverage as rows of its set, one a commune. */
export function coverageRows(pairs: readonly CoveragePair[]): readonly ReferenceRow[] {
  const communes = new Map<string, string[]>();
  for (const { communeCode, missionLocaleCode } of pairs) {
    const codes = communes.get(communeCode);
    if (codes) codes.push(missionLocaleCode);
    else communes.set(communeCode, [missionLocaleCode]);
  }
  return [...communes].map(([key, codes]) => ({
    key,
    label: key,
    values: { missionsLocales: [...new Set(codes)].toSorted().join(', ') },
  }));
}
