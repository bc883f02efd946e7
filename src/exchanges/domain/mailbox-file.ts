import type { Instant } from '../../kernel/index.js';

/** States of a file made for a recipient (contract.md 2; exchange.md 7.c, OUT). */
export const MAILBOX_STATES = ['available', 'downloaded', 'acknowledged', 'expired'] as const;
export type MailboxState = (typeof MAILBOX_STATES)[number];

export const ACKNOWLEDGEMENT_STATUSES = ['INTEGRE', 'PARTIEL', 'REFUSE'] as const;
export type AcknowledgementStatus = (typeof ACKNOWLEDGEMENT_STATUSES)[number];

/** What the recipient did with a file (contract.md 2). */
export interface Acknowledgement {
  readonly status: AcknowledgementStatus;
  /** Rows it did not take, by physical line (header = 1). */
  readonly rows: readonly { readonly line: number; readonly code: string }[];
}

/** A file made for a recipient, waiting in its mailbox. It names nobody. */
export interface MailboxFile {
  readonly id: string;
  readonly organisationId: string;
  readonly flow: string;
  readonly mode: 'P' | 'T';
  /** A month, or a day for nature S. */
  readonly period: string;
  readonly nature: 'I' | 'C' | 'S';
  readonly sequence: number;
  readonly fileName: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  /** The sidecar, with the French keys of exchange.md 7.b. */
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly availableAt: Instant;
  readonly expiresAt: Instant;
  readonly state: MailboxState;
  readonly acknowledgement: Acknowledgement | null;
}

/** True when both say the same, whatever the order of their rows. */
export function isSameAcknowledgement(one: Acknowledgement, other: Acknowledgement): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ status, rows }: Acknowledgement): string {
  return JSON.stringify([status, rows.map(({ line, code }) => `${line} ${code}`).toSorted()]);
}
