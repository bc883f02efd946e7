import { createHash, randomUUID } from 'node:crypto';
import { csvLine } from '../../platform/csv/index.js';

/** One row by column; a column left out is empty. */
export type SheetRow = Readonly<Record<string, string>>;

/** The flows that the demonstration plays. */
export type PlayedFlow = keyof typeof RECIPIENT;

/** Where a file stands in the exchange. */
export interface SheetPlace {
  readonly flow: PlayedFlow;
  readonly emitter: string;
  readonly period: string;
  readonly nature: 'I' | 'C' | 'S';
  readonly sequence: number;
}

/** A file ready to be deposited. */
export interface Sheet {
  readonly place: SheetPlace;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly manifest: Readonly<Record<string, unknown>>;
  /** As written, in the order of the lines. */
  readonly rows: readonly SheetRow[];
}

/** Column that says who a row is for (contract.md 3, `par_destinataire`). */
const RECIPIENT = {
  CEM: 'code_unite',
  CEU: 'code_structure',
  DEV: 'code_unite',
  DIR: 'code_structure_proposee',
  INC: 'code_structure',
  ORI: 'code_unite',
  PEC: 'code_unite',
  SOR: 'code_structure',
  SUI: 'code_structure',
} as const;

/** Writes the CSV and its manifest; lines are numbered here. */
export function sheetOf(
  place: SheetPlace,
  header: readonly string[],
  contents: readonly SheetRow[],
  generatedAt: string,
): Sheet {
  const type = place.nature === 'S' ? 'EVENEMENT' : 'SITUATION';
  const rows = contents.map((row, index) => ({
    ...row,
    identifiant_ligne: String(index + 1),
    type_ligne: type,
  }));
  const lines = [header, ...rows.map((row: SheetRow) => header.map((name) => row[name] ?? ''))];
  const bytes = Buffer.from(lines.map((cells) => csvLine(cells)).join(''));
  const fileName = nameOf(place);
  const manifest = manifestOf({ place, fileName, bytes, rows, generatedAt, type });
  return { place, fileName, bytes, manifest, rows };
}

function nameOf({ flow, emitter, period, sequence, nature }: SheetPlace): string {
  return `${flow}_P_${emitter}_${period}_${String(sequence).padStart(6, '0')}_${nature}_v1.csv`;
}

interface ManifestInput {
  readonly place: SheetPlace;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly rows: readonly SheetRow[];
  readonly generatedAt: string;
  readonly type: 'EVENEMENT' | 'SITUATION';
}

function manifestOf(input: ManifestInput): Readonly<Record<string, unknown>> {
  const { place, fileName, bytes, rows, generatedAt, type } = input;
  return {
    version_manifeste: '1.0',
    identifiant_echange: randomUUID(),
    flux: place.flow,
    mode: 'P',
    nature: place.nature,
    periode: place.period,
    sequence: place.sequence,
    emetteur: place.emitter,
    schema: place.flow.toLowerCase(),
    schema_version: '1.0.0',
    logiciel: { nom: 'Démonstration', version: '1.0' },
    date_generation: generatedAt,
    fichier: {
      nom: fileName,
      octets: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      encodage: 'utf-8',
      separateur: ';',
    },
    totaux: {
      lignes: rows.length,
      par_type: { SITUATION: 0, EVENEMENT: 0, CORRECTION: 0, ANNULATION: 0, [type]: rows.length },
      par_destinataire: countBy(rows.map((row) => row[RECIPIENT[place.flow]] ?? '')),
    },
  };
}

function countBy(codes: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
