import type { Instant, LocalDate } from '../../../kernel/index.js';
import type { ReferenceSetName } from '../../domain/reference-table.js';

/** A file that waits for somebody to apply or abandon it. */
export interface WaitingFile {
  readonly id: string;
  readonly set: ReferenceSetName;
  readonly sha256: string;
  readonly rowCount: number;
  readonly validFrom: LocalDate | null;
  readonly putBy: string;
  readonly putAt: Instant;
}

/** How much an applied file changed. */
export interface AppliedCounts {
  readonly added: number;
  readonly changed: number;
  readonly ended: number;
}

/** A file that was applied. */
export interface AppliedVersion extends AppliedCounts {
  readonly number: number;
  readonly sha256: string;
  readonly rowCount: number;
  readonly validFrom: LocalDate | null;
  readonly appliedAt: Instant;
  /** Of the person; null for the service itself, or an account that is no more. */
  readonly appliedBy: string | null;
}

/** Keeps the files of reference data. Only inside a unit of work of the technical scope. */
export abstract class ReferenceArchive {
  /** SHA-256 in lower-case hex. */
  abstract hash(bytes: Uint8Array | string): string;
  /** Keeps a file until somebody decides; forgets those that waited longer than a day. */
  abstract keep(file: WaitingFile, content: Buffer): Promise<void>;
  abstract waiting(id: string): Promise<WaitingFile | undefined>;
  abstract waitingOf(set: ReferenceSetName): Promise<readonly WaitingFile[]>;
  /** Bytes of a file that waits. */
  abstract content(id: string): Promise<Buffer>;
  abstract forget(id: string): Promise<void>;
  /** Gives a file its number in the set. */
  abstract applied(
    id: string,
    by: { readonly actorId: string; readonly at: Instant },
    counts: AppliedCounts,
  ): Promise<number>;
  /** The latest first, at most 50. */
  abstract versions(set: ReferenceSetName): Promise<readonly AppliedVersion[]>;
  /** Bytes of an applied file. */
  abstract versionContent(set: ReferenceSetName, number: number): Promise<Buffer | undefined>;
}
