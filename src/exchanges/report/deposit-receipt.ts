import type { DoorFault } from '../catalogue/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';

/** A fault of the door as its receipts write it. */
export interface NoticeEntry {
  readonly code: string;
  readonly niveau: string;
  readonly precision: string | null;
  /** JSON pointer in the manifest; the empty string when another part is meant. */
  readonly pointer: string;
  readonly detail: string;
  readonly correction: string;
  /** Physical line in the file, header = 1. */
  readonly line: number | null;
}

/** The receipt of an accepted file (AEE, contract.md 2). */
export function depositReceipt(file: ExchangeFile) {
  return {
    id: file.id,
    aee: file.number,
    receivedAt: file.receivedAt,
    sha256: file.sha256,
    bytes: file.bytes,
    encoding: file.encoding,
    separator: file.separator,
    rows: file.rows,
    onTime: file.isOnTime,
    avertissements: file.faults.map(noticeEntry),
  };
}

/** The notice of a file refused at the door (ARE, contract.md 2): the members of its problem document. */
export function rejectionNotice(file: ExchangeFile) {
  return {
    id: file.id,
    are: file.number,
    receivedAt: file.receivedAt,
    fichier: file.fileName,
    errors: file.faults.map(noticeEntry),
  };
}

/** One fault for a receipt. */
export function noticeEntry(fault: DoorFault): NoticeEntry {
  return {
    code: fault.code,
    niveau: fault.level,
    precision: fault.precision ?? null,
    pointer: fault.pointer ?? '',
    detail: fault.message,
    correction: fault.correction,
    line: fault.line ?? null,
  };
}
