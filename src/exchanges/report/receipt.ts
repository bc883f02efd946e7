import type { DoorFault } from '../catalogue/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';

/** What a receipt or a notice of refusal says of one fault. */
export interface SaidFault {
  /** JSON pointer in the manifest. */
  readonly pointer: string;
  readonly code: string;
  readonly precision: string | null;
  readonly niveau: string;
  /** Physical line, header = 1. */
  readonly ligne: number | null;
  readonly detail: string;
  readonly correction: string;
  readonly regle: string;
}

/** AEE: the file is registered (contract.md 2). */
export function acceptanceOf(file: ExchangeFile) {
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
    remarks: file.faults.map(saidFault),
  };
}

/** ARE: the file is refused at the door, with every reason at once (contract.md 2). */
export function refusalOf(file: ExchangeFile) {
  const [first] = file.faults;
  return {
    id: file.id,
    are: file.number,
    receivedAt: file.receivedAt,
    code: first?.code ?? 'FICHIER_REFUSE',
    detail: first?.message ?? 'Le fichier est refusé.',
    errors: file.faults.map(saidFault),
  };
}

/** A fault in the words of the catalogue. */
export function saidFault(fault: DoorFault): SaidFault {
  return {
    pointer: fault.pointer ?? '',
    code: fault.code,
    precision: fault.precision ?? null,
    niveau: fault.level,
    ligne: fault.line ?? null,
    detail: fault.message,
    correction: fault.correction,
    regle: fault.rule,
  };
}
