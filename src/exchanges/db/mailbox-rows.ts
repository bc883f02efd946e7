import type { Instant } from '../../kernel/index.js';
import type { Acknowledgement, MailboxFile, MailboxState } from '../domain/mailbox-file.js';

/** A row of `app.mailbox_file` as read. */
export interface MailboxRow {
  id: string;
  org_id: string;
  flow: string;
  mode: MailboxFile['mode'];
  period: string;
  nature: MailboxFile['nature'];
  sequence: number;
  file_name: string;
  sha256: string;
  bytes: number;
  row_count: number;
  manifest: Record<string, unknown>;
  available_at: Instant;
  expires_at: Instant;
  state: MailboxState;
  acknowledgement: Acknowledgement | null;
}

/** The columns a delivery writes. */
export const MAILBOX_COLUMNS = {
  id: 'uuid',
  org_id: 'uuid',
  flow: 'text',
  mode: 'text',
  period: 'text',
  nature: 'text',
  sequence: 'int',
  file_name: 'text',
  sha256: 'text',
  bytes: 'bigint',
  row_count: 'int',
  manifest: 'jsonb',
  available_at: 'timestamptz',
  expires_at: 'timestamptz',
  state: 'text',
  acknowledgement: 'jsonb',
} as const;

/** The row of a file. */
export function toMailboxRow(file: MailboxFile): MailboxRow {
  return {
    id: file.id,
    org_id: file.organisationId,
    flow: file.flow,
    mode: file.mode,
    period: file.period,
    nature: file.nature,
    sequence: file.sequence,
    file_name: file.fileName,
    sha256: file.sha256,
    bytes: file.bytes,
    row_count: file.rows,
    manifest: file.manifest,
    available_at: file.availableAt,
    expires_at: file.expiresAt,
    state: file.state,
    acknowledgement: file.acknowledgement,
  };
}

/** The file of a row. */
export function toMailboxFile(row: MailboxRow): MailboxFile {
  return {
    id: row.id,
    organisationId: row.org_id,
    flow: row.flow,
    mode: row.mode,
    period: row.period,
    nature: row.nature,
    sequence: row.sequence,
    fileName: row.file_name,
    sha256: row.sha256,
    bytes: row.bytes,
    rows: row.row_count,
    manifest: row.manifest,
    availableAt: row.available_at,
    expiresAt: row.expires_at,
    state: row.state,
    acknowledgement: row.acknowledgement,
  };
}
