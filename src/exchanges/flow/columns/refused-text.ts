import { isForbiddenText } from '../../../kernel/index.js';
import type { CellFaults } from '../column.js';

const SCIENTIFIC = /^[0-9]+(?:[.,][0-9]+E\+?|E\+)[0-9]{1,3}$/i;

/**
 * Says why a cell that is not of the shape of its column is refused, when the reason is not the column's
 * own: hidden health data or a number a spreadsheet has spoilt. True when a reason was reported.
 */
export function reportKnownCause(text: string, faults: CellFaults): boolean {
  if (isForbiddenText(text)) {
    faults.report('CONTENU_INTERDIT', { isHidden: true });
    return true;
  }
  if (SCIENTIFIC.test(text)) {
    faults.report('NOTATION_SCIENTIFIQUE');
    return true;
  }
  return false;
}
