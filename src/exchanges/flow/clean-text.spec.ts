import { cleanText } from './clean-text.js';
import type { CellFault } from './column.js';
import type { RowFaultCode } from '../catalogue/index.js';

function cleaned(raw: string): {
  text: string | undefined;
  faults: (CellFault & { code: RowFaultCode })[];
} {
  const faults: (CellFault & { code: RowFaultCode })[] = [];
  const text = cleanText(raw, { report: (code, more = {}) => faults.push({ code, ...more }) });
  return { text, faults };
}

describe('the text of a cell', () => {
  it.each(['PAYET', 'Léa', 'N’GUESSAN', 'Œuvré', 'ÿ', 'a', '12 rue des Manguiers', 'SÃO'])(
    'is left alone when it is in order: %s',
    (raw) => {
      expect(cleaned(raw)).toEqual({ text: raw, faults: [] });
    },
  );

  it.each([
    ['decomposed accents', 'Le\u0301a', 'Léa'],
    ['no-break spaces', 'LE\u00a0GOFF', 'LE GOFF'],
    ['a zero-width space', 'PAY\u200bET', 'PAYET'],
    ['a soft hyphen', 'PAY\u00adET', 'PAYET'],
    ['a right-to-left mark', '\u200fPAYET', 'PAYET'],
    ['spaces around and inside', '  LE   GOFF ', 'LE GOFF'],
    ['nothing but spaces', '   ', ''],
  ])('is put in order and said so: %s', (_, raw, text) => {
    expect(cleaned(raw)).toMatchObject({ text, faults: [{ code: 'TEXTE_NORMALISE' }] });
  });

  it.each(['=1+1', '+33692000000', '-2+3', '@SUM(A1)', '\u200b=1+1', ' =1+1'])(
    'is refused and not shown when it starts as a formula: %j',
    (raw) => {
      expect(cleaned(raw)).toEqual({
        text: undefined,
        faults: [{ code: 'constraint-error', precision: 'DEBUT_INTERDIT', isHidden: true }],
      });
    },
  );

  it.each([
    ['\tPAYET', 'constraint-error'],
    ['PAY\u0007ET', 'constraint-error'],
    ['PAY\u009fET', 'constraint-error'],
    ['PAY\u007fET', 'constraint-error'],
    ['\u007f\u007f', 'CONTENU_INTERDIT'],
    ['\u007f"\u007f"', 'CONTENU_INTERDIT'],
    ['suivi\nsigycop 3223251', 'CONTENU_INTERDIT'],
    ['\tCIM F32.1', 'CONTENU_INTERDIT'],
    ['-2050397411123', 'CONTENU_INTERDIT'],
    ['pathologie m\ufffddicale', 'CONTENU_INTERDIT'],
    ['PAY\nET', 'SAUT_LIGNE_DANS_CHAMP'],
    ['PAY\r\nET', 'SAUT_LIGNE_DANS_CHAMP'],
    ['H\ufffdl\ufffdne', 'CARACTERE_PERDU'],
  ])('is refused when it holds what cannot be read: %j', (raw, code) => {
    expect(cleaned(raw)).toMatchObject({ text: undefined, faults: [{ code }] });
  });

  it.each([
    ['HÃ©lÃ¨ne', 'Hélène'],
    ['FranÃ§ois', 'François'],
    ['NoÃ«l', 'Noël'],
    ['Dâ€™ORNANO', 'D’ORNANO'],
    ['Å’uvre', 'Œuvre'],
    ['HÃ\u0089LÃ\u0088NE', 'HÉLÈNE'],
  ])('is refused with the right spelling when it was encoded twice: %s', (raw, suggestion) => {
    expect(cleaned(raw)).toEqual({
      text: undefined,
      faults: [{ code: 'TEXTE_MAL_ENCODE', suggestion }],
    });
  });
});
