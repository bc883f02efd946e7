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

/**
 * What a reading noticed about the whole file. Blank rows are told once, with how many and where: a file
 * may have a million of them (exchange.md 6.3 #48, #59).
 */
export function csvDoorNotices(notices: readonly CsvNotice[]): DoorFault[] {
  return notices.flatMap(({ kind, count, lines }) => {
    const place = { line: lines[0] };
    switch (kind) {
      case 'mixed-line-ends':
        return [doorFault('FINS_DE_LIGNE_MIXTES', {}, place)];
      case 'blank-rows':
        return [doorFault('blank-row', { nombre: count, lignes: shown(lines, count) }, place)];
      case 'trailing-blank-rows':
        return [doorFault('blank-row:FIN_DE_FICHIER', { nombre: count }, place)];
      case 'byte-order-mark':
      case 'separator-line':
        return [];
    }
  });
}

function shown(lines: readonly number[], count: number): string {
  return count > lines.length ? `${lines.join(', ')}…` : lines.join(', ');
}
