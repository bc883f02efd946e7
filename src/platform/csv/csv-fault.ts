import { DomainError } from '../../kernel/index.js';

/** Faults that stop the reading of a file, with the codes of exchange.md 6.2 and 6.3. */
export type CsvFaultCode =
  | 'CHAMP_TROP_LONG'
  | 'ENCODAGE_INDETERMINE'
  | 'ENCODAGE_MIXTE'
  | 'FINS_DE_LIGNE_MIXTES'
  | 'GUILLEMET_MAL_PLACE'
  | 'GUILLEMET_NON_FERME'
  | 'OCTET_NUL'
  | 'SEPARATEUR_INCONNU'
  | 'TROP_DE_COLONNES';

/** Where a fault stands in the file. */
export interface CsvPlace {
  /** Physical line, the header being line 1. */
  readonly line?: number;
  /** Zero-based offset in the bytes that were read. */
  readonly byteOffset?: number;
}

/** The file cannot be read any further. The message never shows its content. */
export class CsvFault extends DomainError {
  readonly kind = 'invalid';
  readonly line: number | undefined;
  readonly byteOffset: number | undefined;

  constructor(
    readonly code: CsvFaultCode,
    detail: string,
    place: CsvPlace = {},
  ) {
    super(detail);
    this.line = place.line;
    this.byteOffset = place.byteOffset;
  }
}
