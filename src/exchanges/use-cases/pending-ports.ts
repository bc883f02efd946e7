import type { Instant } from '../../kernel/index.js';
import type { FileSource } from '../deposit/index.js';
import type { DepositPreview } from './preview-deposit.js';

/** A file put down on a page: looked at, not deposited yet. */
export interface PendingDeposit {
  readonly id: string;
  readonly organisationId: string;
  readonly depositorId: string;
  readonly preview: DepositPreview;
  /** The deposit it became; its bytes are then kept there alone. */
  readonly fileId: string | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

/** The same as it is kept: what was found in it changes when it is said to be something else. */
export interface KeptDeposit extends PendingDeposit {
  /** Of what was found: whoever deposits says which one was looked at. */
  readonly version: string;
}

/** Files waiting to be deposited, sealed. Only inside a unit of work of their organisation. */
export abstract class PendingDeposits {
  abstract keep(pending: PendingDeposit, source: FileSource): Promise<void>;
  /** Null when there is none, or its time is over. */
  abstract find(id: string, now: Instant): Promise<KeptDeposit | null>;
  /** The same, and keeps others waiting until the transaction ends. */
  abstract take(id: string, now: Instant): Promise<KeptDeposit | null>;
  abstract revise(pending: PendingDeposit, preview: DepositPreview): Promise<void>;
  /** Says what it became, and forgets its bytes. */
  abstract settle(id: string, fileId: string): Promise<void>;
  abstract drop(id: string): Promise<void>;
  /** Of one person only so many wait, this one among them: forgotten ones would fill the disk. */
  abstract dropOlder(pending: PendingDeposit, most: number): Promise<void>;
  /** Opens the bytes, inside a unit of work until the last of them. */
  abstract source(id: string): FileSource;
  /** One part, from 0, for readers that must not keep a unit of work open; null after the last. */
  abstract part(id: string, number: number): Promise<Uint8Array | null>;
  /** @returns how many were past their time; through the technical lens */
  abstract deleteExpired(now: Instant): Promise<number>;
}
