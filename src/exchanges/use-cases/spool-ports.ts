import type { OrganisationScope } from '../../kernel/index.js';
import type { FileSource } from '../deposit/index.js';
import type { SpoolEntry } from '../domain/spool-plan.js';

/** A deposit taken out of a folder: nobody changes it any more. */
export interface SpooledDeposit {
  /** Name given by the emitter; null when only a manifest came. */
  readonly fileName: string | null;
  readonly manifestText: string | null;
  readonly source: FileSource;
  /** Why it is refused before it is read, if it is. */
  readonly obstacle: 'not-ordinary' | 'too-large' | null;
  /** Forgets it, once it is recorded. */
  release(): Promise<void>;
  /** Leaves it to the next round, which finds it left over. */
  abandon(): Promise<void>;
}

/** What was found again in the folders of the service. */
export interface LeftOver {
  readonly deposits: readonly SpooledDeposit[];
  /** Deposits that ended their process too often: kept for a person to look at, not taken up again. */
  readonly setAside: number;
}

/** What an emitter or a recipient finds in its folders. */
export const SPOOL_TRAYS = ['sortie', 'comptes_rendus'] as const;
export type SpoolTray = (typeof SPOOL_TRAYS)[number];

/** The folders of the partners that exchange by files (contract.md 2, `SPOOL_DIR`). */
export abstract class Spool {
  /** Largest file taken, in megabytes. */
  abstract readonly limitInMegabytes: number;
  /** Codes of the organisations that have a folder. */
  abstract codes(): Promise<string[]>;
  abstract has(code: string): Promise<boolean>;
  /** Makes the folders of an organisation, those it has left as they are. */
  abstract open(code: string): Promise<void>;
  abstract arrivals(code: string): Promise<SpoolEntry[]>;
  /** Takes a deposit out; null when somebody else was faster. */
  abstract take(
    code: string,
    deposit: { readonly data: SpoolEntry | null; readonly manifest: SpoolEntry | null },
  ): Promise<SpooledDeposit | null>;
  /** Deposits taken out and not recorded, because of a failure or because their process ended. */
  abstract leftOver(code: string, abandonedAfterMs: number): Promise<LeftOver>;
  /** Removes an entry. */
  abstract sweep(code: string, entry: SpoolEntry): Promise<void>;
  /** Writes a whole file or nothing; again over the first one. `name` is ours. */
  abstract write(
    code: string,
    tray: SpoolTray,
    name: string,
    content: AsyncIterable<Uint8Array | string>,
  ): Promise<void>;
  /** Removes what has been in a tray for longer. */
  abstract tidy(code: string, tray: SpoolTray, afterMs: number): Promise<void>;
}

/** What a deposit left in a folder may write. Not inside a unit of work. */
export abstract class DepositScopes {
  abstract of(owner: OrganisationScope, correlationId: string): Promise<readonly string[]>;
}
