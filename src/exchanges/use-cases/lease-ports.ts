/** The right to process one file: valid while nobody has taken a later token (exchange.md 7.c). */
export interface FileLease {
  readonly fileId: string;
  readonly organisationId: string;
  readonly token: number;
  readonly correlationId: string;
}

/** How a lease ends without a conclusion. */
export type LeaseEnd =
  /** The process leaves; the file is for the next one, at once. */
  | 'left'
  /** An error of ours: tried again after a while. */
  | 'failed';

/** A file whose process died, or that has failed too often. */
export interface TroubledFile {
  readonly fileId: string;
  readonly organisationId: string;
}

/** The lease is somebody else's by now: what was done under it must not be kept. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';

  constructor() {
    super('the lease of the file is lost');
  }
}

/**
 * Who processes which file, decided in PostgreSQL alone. All but `enter` and `conclude` run in a unit
 * of work of the service (technical lens), short, and never inside that of the processing.
 */
export abstract class FileLeases {
  /**
   * Takes the file whose turn it is for a process: the oldest of the organisation that has the least
   * in progress; one at a time of an organisation and flow, in the order they came; not another long one
   * when long files hold their share of the process; not a second one over which a process died.
   */
  abstract takeNext(holder: string): Promise<FileLease | null>;
  /** Makes the lease last; false when it is lost. */
  abstract renew(lease: FileLease): Promise<boolean>;
  /** Gives the file back without a conclusion; false when the lease was lost already. */
  abstract release(lease: FileLease, end: LeaseEnd): Promise<boolean>;
  /** Ends the leases of processes that gave no sign in time. */
  abstract endOverdue(): Promise<TroubledFile[]>;
  /** Files to be set aside: too many processes died over them, or too many tries failed. */
  abstract troubled(): Promise<TroubledFile[]>;
  /** Lets a file that waits after an error be taken now; tells its emitter, null for an unknown id. */
  abstract hasten(fileId: string): Promise<string | null>;
  /** How many files could be taken now. */
  abstract waiting(): Promise<number>;

  /** First statement of the unit of work of the processing, which must not outlive the lease. */
  abstract enter(): Promise<void>;
  /**
   * Last statement of it: from here on nobody else can take the file before it commits.
   * @throws LeaseLost when somebody has taken it since
   */
  abstract conclude(lease: FileLease): Promise<void>;
}
