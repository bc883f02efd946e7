import { isForbiddenText } from '../../kernel/index.js';
import { ERASED } from '../../platform/csv/index.js';
import type { CellFaults } from './column.js';
import { repairedText } from './mojibake.js';

const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;
const FORMULA_START = /^[=+\-@]/;
const LINE_BREAK = /[\r\n\u0085\u2028\u2029]/;
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
const UNREADABLE = /[\r\n\u0085\u2028\u2029\u0000-\u001f\u007f-\u009f]+/g;
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const SPACES = /[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;

/** An erased cell keeps the quotes that were in it: they shape the record. */
const IS_ERASED = new RegExp(`^[${ERASED}"]*${ERASED}[${ERASED}"]*$`);

/**
 * The text of a cell as every column reads it: NFC, trimmed, spaces folded, nothing invisible. Nothing
 * when the cell is refused whatever the column (exchange.md 6.2 #37-39, 6.3 #49, 6.5 #75). An empty
 * text means an empty cell.
 */
export function cleanText(raw: string, faults: CellFaults): string | undefined {
  if (PLAIN.test(raw) && !FORMULA_START.test(raw) && !raw.includes('  ')) return raw;
  if (isRefused(raw, faults)) return undefined;
  const text = raw.normalize('NFC').replace(INVISIBLE, '').replace(SPACES, ' ').trim();
  if (FORMULA_START.test(text)) {
    if (!isSmuggled(raw, faults)) {
      faults.report('constraint-error', { precision: 'DEBUT_INTERDIT', isHidden: true });
    }
    return undefined;
  }
  if (text !== raw) faults.report('TEXTE_NORMALISE', { suggestion: text, isHidden: true });
  return text;
}

function isRefused(raw: string, faults: CellFaults): boolean {
  const isLost = raw.includes('\ufffd');
  const repaired = isLost ? undefined : repairedText(raw);
  const isBroken = LINE_BREAK.test(raw);
  if (!isLost && repaired === undefined && !isBroken && !CONTROL.test(raw)) return false;
  if (isSmuggled(raw, faults)) return true;
  if (isLost) faults.report('CARACTERE_PERDU');
  else if (repaired !== undefined) {
    faults.report('TEXTE_MAL_ENCODE', { suggestion: repaired.normalize('NFC') });
  } else if (isBroken) faults.report('SAUT_LIGNE_DANS_CHAMP', { isHidden: true });
  else {
    const precision = raw.startsWith('\t') ? 'DEBUT_INTERDIT' : 'CARACTERE_INTERDIT';
    faults.report('constraint-error', { precision, isHidden: true });
  }
  return true;
}

/** What must never travel is named before the form of a cell is: only so is it erased (exchange.md 6.5 #92). */
function isSmuggled(raw: string, faults: CellFaults): boolean {
  const isForbidden = isForbiddenCell(raw);
  if (isForbidden) faults.report('CONTENU_INTERDIT', { isHidden: true });
  return isForbidden;
}

/** True for what no cell may hold. What was forbidden when the file came still is, once erased. */
export function isForbiddenCell(raw: string): boolean {
  return IS_ERASED.test(raw) || isForbiddenText(raw.replace(UNREADABLE, ' '));
}
