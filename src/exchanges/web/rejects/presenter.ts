import { counted, frenchNumber, typeset } from '../../../platform/french/index.js';
import type { ExchangeFile } from '../../domain/exchange-file.js';
import type { RejectedPage, RejectedRow } from '../../use-cases/consult-rejects.js';
import { GRAVITIES, type StateWords } from '../exchange-words.js';

/** One fault of a row, beside the value that was sent. */
export interface FaultyCell {
  readonly key: string;
  /** French title of the column; what the rule is about when it is of no column. */
  readonly title: string;
  readonly header: string | null;
  readonly value: string;
  readonly gravity: StateWords;
  readonly message: string;
  readonly correction: string;
}

/** A rejected row, in words. */
export interface RowWords {
  readonly line: number;
  readonly title: string;
  /** What names the case, so that it is found in the software it comes from. */
  readonly subject: string;
  readonly faults: readonly FaultyCell[];
  readonly cells: readonly {
    readonly header: string;
    readonly value: string;
    readonly isFaulty: boolean;
  }[];
}

/** The page of rejected rows, in words. */
export interface RejectsWords {
  readonly id: string;
  readonly fileName: string;
  readonly count: string;
  readonly rows: readonly RowWords[];
  readonly nextHref: string | null;
  readonly isFirst: boolean;
}

/** Words and decisions of the page of rejected rows. */
export function rejectsWords({ file, rows, nextAfter }: RejectedPage, after: number): RejectsWords {
  return {
    id: file.id,
    fileName: file.fileName ?? 'Fichier sans nom lisible',
    count: countOf(file),
    rows: rows.map(rowWords),
    nextHref: nextAfter === null ? null : `/echanges/${file.id}/rejets?apres=${nextAfter}`,
    isFirst: after === 0,
  };
}

function countOf({ counters }: ExchangeFile): string {
  return counted(counters.rejected, 'ligne rejetée', 'lignes rejetées');
}

/** Columns that name a case and its person, in the order a reader looks for them. */
const NAMING = [
  'reference_orientation',
  'numero_dossier_unite',
  'identifiant_imilo',
  'nom_naissance',
  'prenom_1',
  'prenoms',
  'date_naissance',
];

function rowWords({ line, cells, anomalies }: RejectedRow): RowWords {
  const valueOf = (header: string | null): string | null | undefined =>
    cells.find((cell) => cell.header === header)?.value;
  const named = NAMING.flatMap((header) => valueOf(header) || []);
  const faulty = new Set(anomalies.map(({ column }) => column));
  return {
    line,
    title: `Ligne ${frenchNumber(line)}`,
    subject: named.slice(0, 4).join(' · '),
    faults: anomalies.map((anomaly, at) => ({
      key: `${at} ${anomaly.code}`,
      title: cells.find(({ header }) => header === anomaly.column)?.title ?? 'Toute la ligne',
      header: anomaly.column,
      value: anomaly.column === null ? '–' : shown(valueOf(anomaly.column)),
      gravity: GRAVITIES[anomaly.level],
      message: typeset(anomaly.message),
      correction: typeset(anomaly.correction),
    })),
    cells: cells.map(({ header, value }) => ({
      header,
      value: shown(value),
      isFaulty: faulty.has(header),
    })),
  };
}

function shown(value: string | null | undefined): string {
  if (value === null) return 'effacée : elle ne peut être gardée nulle part';
  return value === undefined || value.trim() === '' ? 'vide' : value;
}
