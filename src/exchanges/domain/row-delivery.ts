import type { Instant } from '../../kernel/index.js';
import type { AcknowledgementStatus } from './mailbox-file.js';

/** What a recipient made of a row, once it went out (exchange.md 7.c, ROW). */
export const ROW_DELIVERY_STATES = ['DISTRIBUEE', 'ACQUITTEE', 'REFUSEE_DESTINATAIRE'] as const;
export type RowDeliveryState = (typeof ROW_DELIVERY_STATES)[number];

/** A row of a deposited file and the first outbound line that told its record since. */
export interface RowDelivery {
  /** Physical line in the deposited file, header = 1. */
  readonly line: number;
  readonly availableAt: Instant;
  /** What the recipient said of the outbound file. */
  readonly status: AcknowledgementStatus | null;
  /** Code of the anomaly the recipient found in the line. */
  readonly refusedCode: string | null;
}

/** The state of the row: a file refused whole refuses each of its lines. */
export function rowDeliveryState(
  row: Pick<RowDelivery, 'status' | 'refusedCode'>,
): RowDeliveryState {
  if (row.status === null) return 'DISTRIBUEE';
  const isRefused = row.status === 'REFUSE' || row.refusedCode !== null;
  return isRefused ? 'REFUSEE_DESTINATAIRE' : 'ACQUITTEE';
}
