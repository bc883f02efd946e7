import { ERASED } from '../../platform/csv/index.js';
import type { CellFaults } from './column.js';
import { repairedText } from './mojibake.js';

const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;
const FORMULA_START = /^[=+\-@]/;
const LINE_BREAK = /[\r\n\u0085\u2028\u2029]/;
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const SPACES = /[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;

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
    faults.report('constraint-error', { precision: 'DEBUT_INTERDIT', isHidden: true });
    return undefined;
  }
  if (text !== raw) faults.report('TEXTE_NORMALISE', { suggestion: text, isHidden: true });
  return text;
}

function isRefused(raw: string, faults: CellFaults): boolean {
  if (raw.includes('\ufffd')) {
    faults.report('CARACTERE_PERDU');
    return true;
  }
  const repaired = repairedText(raw);
  if (repaired !== undefined) {
    faults.report('TEXTE_MAL_ENCODE', { suggestion: repaired.normalize('NFC') });
    return true;
  }
  if (LINE_BREAK.test(raw)) {
    faults.report('SAUT_LIGNE_DANS_CHAMP', { isHidden: true });
    return true;
  }
  if (!CONTROL.test(raw)) return false;
  if (raw.replaceAll(ERASED, '') === '') {
    // What was forbidden when the file came still is, once erased.
    faults.report('CONTENU_INTERDIT', { isHidden: true });
    return true;
  }
  const precision = raw.startsWith('\t') ? 'DEBUT_INTERDIT' : 'CARACTERE_INTERDIT';
  faults.report('constraint-error', { precision, isHidden: true });
  return true;
}
