import type { Instant } from '../../kernel/index.js';

/** What the recipient did with a file (contract.md 2). */
export interface Acknowledgement {
  readonly status: 'INTEGRE' | 'PARTIEL' | 'REFUSE';
  readonly rows: readonly { readonly line: number; readonly code: string }[];
}

/** A file made for a recipient, waiting in its mailbox. */
export interface MailboxFile {
  readonly id: string;
  readonly organisationId: string;
  readonly flow: string;
  readonly mode: 'P' | 'T';
  readonly period: string;
  readonly nature: 'I' | 'C' | 'S';
  readonly sequence: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  /** The sidecar, with the French keys of exchange.md 7.b. */
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly availableAt: Instant;
  readonly expiresAt: Instant;
  readonly state: 'available' | 'downloaded' | 'acknowledged' | 'expired';
  readonly acknowledgement: Acknowledgement | null;
}

/** What was last delivered of a record: not delivered again until its version changes. */
export interface DeliveryMark {
  readonly resourceId: string;
  readonly version: number;
}

/** The mailbox of one recipient. Only inside a unit of work of that recipient. */
export abstract class Mailbox {
  abstract page(
    filter: { flow?: string; state?: MailboxFile['state'] },
    limit: number,
    after: { availableAt: Instant; id: string } | null,
  ): Promise<{ items: MailboxFile[]; total: number }>;
  abstract byId(id: string): Promise<MailboxFile | null>;
  abstract content(id: string): AsyncIterable<Uint8Array>;
  abstract markDownloaded(id: string): Promise<void>;
  abstract acknowledge(id: string, acknowledgement: Acknowledgement): Promise<void>;
  /** Keeps other deliveries to this recipient waiting, and gives the next sequence. */
  abstract nextSequence(organisationId: string, flow: string, mode: string): Promise<number>;
  /** True when a photo of this period was already delivered: the next one completes it. */
  abstract hasPhoto(organisationId: string, flow: string, mode: string, period: string): Promise<boolean>;
  abstract deliver(
    file: MailboxFile,
    content: AsyncIterable<Uint8Array>,
    marks: readonly DeliveryMark[],
  ): Promise<void>;
}
