import type { Row } from '../../support/deposits.js';
import type { FaultTrial } from './fault-trial.js';

/** What became of a file: at the door, by its gates, or row by row. */
export type Verdict = 'refused' | 'rejected' | 'held' | 'applied';

/** The parts of a manifest that faults change. */
export interface ManifestJson {
  flux: string;
  mode: string;
  nature: string;
  periode: string;
  sequence: number;
  emetteur: string;
  schema_version: string;
  date_generation: string;
  fichier: { nom: string; octets: number; sha256: string };
  totaux: {
    lignes: number;
    par_type: Record<string, number>;
    par_destinataire: Record<string, number>;
    somme_controle?: string;
  };
  confirmations?: { fichier?: string; code: string }[];
}

/** What is done to a conforming file, in this order; what is left out leaves it as it is. */
export interface FileFault {
  /** ORI from a mission locale unless told. */
  readonly flow?: 'ORI' | 'SUI';
  /** The demonstration mission locale or unit unless told. */
  readonly emitter?: string;
  /** C, which completes the open slot, unless told. */
  readonly nature?: 'I' | 'R' | 'C' | 'A' | 'N' | 'S';
  /** The month whose slot is open, or the day for a notice, unless told. */
  readonly period?: string;
  /** Rows of the file before the fault; three unless told. */
  readonly people?: number;
  /** The next number unless told: 1 skips one, -1 takes the last one again. */
  readonly sequence?: number;
  /** The bytes of the last file of this case that was sent before. */
  readonly isRepeated?: boolean;
  rows?(rows: Row[]): readonly Row[];
  text?(csv: string): string;
  bytes?(bytes: Buffer): Buffer;
  /** After the manifest was made of the right bytes. */
  sent?(bytes: Buffer): Buffer;
  name?(name: string): string;
  /** Data rows that the change of text adds or removes, for a manifest that says so. */
  readonly addedRows?: number;
  manifest?(manifest: ManifestJson): void;
  manifestText?(text: string): string;
  readonly missing?: 'file' | 'manifest';
}

/** One input of exchange.md 6, and what must come of it. */
export interface FaultCase extends FileFault {
  /** Its line in exchange.md 6. */
  readonly fault: number;
  readonly title: string;
  /** Files sent and processed before, each conforming but for what it says. */
  readonly before?: readonly FileFault[];
  prepare?(trial: FaultTrial): Promise<void>;
  restore?(trial: FaultTrial): Promise<void>;
  readonly verdict: Verdict;
  /** `line level code column precision`, in any order; `*` is the whole file, levels F L Q A I. */
  readonly said: readonly string[];
  /** Counters that are not zero, of a file whose rows were read. */
  readonly rowFates?: Readonly<Record<string, number>>;
  /** HTTP status of a refusal; 422 unless told. */
  readonly status?: number;
  /** Why the local checker cannot say the same; it must say all the rest. */
  readonly onlyService?: string;
}
