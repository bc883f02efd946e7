import type { CsvFault, CsvNotice } from '../../platform/csv/index.js';
import { doorFault } from '../catalogue/index.js';
import type { DoorFault } from '../catalogue/index.js';

/** The fault of a file that cannot be read any further, in the words of the catalogue. */
export function csvDoorFault({ code, line }: CsvFault): DoorFault {
  const details = { ligne: line ?? '?' };
  switch (code) {
    case 'SEPARATEUR_INCONNU':
    case 'ENCODAGE_INDETERMINE':
      return doorFault(code, {}, { line });
    case 'FINS_DE_LIGNE_MIXTES':
      return doorFault('FINS_DE_LIGNE_MIXTES:CR_SEUL', details, { line });
    case 'CHAMP_TROP_LONG':
    case 'ENCODAGE_MIXTE':
    case 'GUILLEMET_MAL_PLACE':
    case 'GUILLEMET_NON_FERME':
    case 'OCTET_NUL':
    case 'TROP_DE_COLONNES':
      return doorFault(code, details, { line });
  }
}

/** What a reading noticed about the whole file; blank rows are told row by row. */
export function csvDoorNotices(notices: readonly CsvNotice[]): DoorFault[] {
  return notices
    .filter((notice) => notice.kind === 'mixed-line-ends')
    .map((notice) => doorFault('FINS_DE_LIGNE_MIXTES', {}, { line: notice.lines[0] }));
}
