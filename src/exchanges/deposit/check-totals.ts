import { doorFault } from '../catalogue/index.js';
import type { DoorFault } from '../catalogue/index.js';
import type { MeasuredFile } from './envelope.js';
import { ROW_TYPES } from './manifest.js';
import type { Manifest, ManifestTotals } from './manifest.js';

type Counts = Readonly<Record<string, number>>;

/** What the manifest announces against what was measured (exchange.md 6.4, line 63). */
export function checkTotals(manifest: Manifest, measured: MeasuredFile): DoorFault[] {
  const { totals } = manifest;
  const faults = checkBytes(manifest, measured);
  if (totals.rows !== measured.rows) {
    const details = { mesure: measured.rows, annonce: totals.rows };
    faults.push(doorFault('row-count', details, { pointer: '/totaux/lignes' }));
  }
  const incoherent = checkSums(totals);
  faults.push(...incoherent);
  if (incoherent.length === 0) faults.push(...checkCounts(totals, measured));
  return [...faults, ...checkControlSum(totals, measured)];
}

/** The bytes against what the manifest says of them, which holds for a file nobody can read too. */
export function checkBytes(
  { file }: Manifest,
  { bytes, sha256 }: Pick<MeasuredFile, 'bytes' | 'sha256'>,
): DoorFault[] {
  const faults: DoorFault[] = [];
  const place = { pointer: '/fichier/octets' };
  // Some clients close a transfer that broke as if it were whole (exchange.md 6.1 #4).
  const isCut = bytes < file.bytes && sha256 !== file.sha256;
  if (isCut) faults.push(doorFault('OCTETS_DIFFERENTS', {}, place));
  if (bytes !== file.bytes) {
    faults.push(doorFault('byte-count', { mesure: bytes, annonce: file.bytes }, place));
  }
  if (sha256 !== file.sha256) {
    faults.push(doorFault('hash-count', {}, { pointer: '/fichier/sha256' }));
  }
  return faults;
}

/** Both breakdowns of the manifest must add up to its own number of rows. */
function checkSums(totals: ManifestTotals): DoorFault[] {
  const breakdowns = [
    ['par_type', totals.byType],
    ['par_destinataire', totals.byRecipient],
  ] as const;
  return breakdowns
    .filter(([, counts]) => sumOf(counts) !== totals.rows)
    .map(([cle]) => doorFault('TOTAL_CONTROLE:LIGNES', { cle }, { pointer: `/totaux/${cle}` }));
}

function checkCounts(totals: ManifestTotals, measured: MeasuredFile): DoorFault[] {
  const faults: DoorFault[] = [];
  const uncounted = measured.rowsUncounted ?? 0;
  const types = ROW_TYPES.map((type) => [type, measured.rowsByType[type] ?? 0] as const);
  const known = Object.fromEntries(types);
  const unknown = sumOf(measured.rowsByType) - sumOf(known);
  // A misspelt type is a fault of its row, told there: it must not condemn the whole file.
  const [wrong] = gaps(totals.byType, known, uncounted + unknown);
  if (wrong !== undefined) {
    const place = { pointer: `/totaux/par_type/${wrong}` };
    faults.push(doorFault('TOTAL_CONTROLE:PAR_TYPE', { type: wrong }, place));
  }
  const recipients = gaps(totals.byRecipient, measured.rowsByRecipient, uncounted);
  if (recipients.length > 0) {
    const place = { pointer: '/totaux/par_destinataire' };
    const details = { nombre: recipients.length };
    faults.push(doorFault('TOTAL_CONTROLE:PAR_DESTINATAIRE', details, place));
  }
  return faults;
}

/** Only when the emitter gives one and the service could compute its own. */
function checkControlSum(totals: ManifestTotals, measured: MeasuredFile): DoorFault[] {
  const own = measured.controlSum ?? null;
  if (totals.controlSum === null || own === null || totals.controlSum === own) return [];
  const place = { pointer: '/totaux/somme_controle' };
  return [doorFault('TOTAL_CONTROLE:SOMME_CONTROLE', {}, place)];
}

/** Keys whose counts differ, unless the rows nobody could count make up for all that is missing. */
function gaps(announced: Counts, measured: Counts, uncounted: number): string[] {
  const keys = new Set([...Object.keys(announced), ...Object.keys(measured)]);
  const missing = (key: string): number => (announced[key] ?? 0) - (measured[key] ?? 0);
  const differing = [...keys].filter((key) => missing(key) !== 0).sort();
  const total = differing.reduce((sum, key) => sum + missing(key), 0);
  const isExplained = differing.every((key) => missing(key) > 0) && total <= uncounted;
  return isExplained ? [] : differing;
}

function sumOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
