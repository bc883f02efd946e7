import { localDate } from '../../../kernel/index.js';
import type { CodeList } from '../../../kernel/index.js';
import { codeReader } from './code-reader.js';

const LIST: CodeList = {
  name: 'essai',
  about: 'Essai',
  values: [
    { code: 'NEUF', label: 'Neuf' },
    { code: 'VIEUX', label: 'Vieux', validTo: localDate(2026, 6, 30), replacedBy: 'NEUF' },
    { code: 'PERDU', label: 'Perdu', validTo: localDate(2026, 6, 30) },
    { code: 'FUTUR', label: 'Futur', validFrom: localDate(2027, 1, 1) },
  ],
};

function read(text: string, on = localDate(2026, 11, 20)) {
  const faults: unknown[] = [];
  const value = codeReader(LIST, on)(text, {
    report: (code, more) => faults.push({ code, ...more }),
  });
  return { value, faults };
}

describe('a code of a dated list', () => {
  it.each([
    ['NEUF', 'NEUF', []],
    ['vieux', 'NEUF', ['CODE_CASSE', 'CODE_OBSOLETE']],
    ['VIEUX', 'NEUF', ['CODE_OBSOLETE']],
    ['PERDU', 'PERDU', ['CODE_OBSOLETE']],
    ['FUTUR', undefined, ['CODE_INCONNU']],
    ['AUTRE', undefined, ['CODE_INCONNU']],
    ['3223251', undefined, ['CONTENU_INTERDIT']],
  ])('%s reads %s, with %j', (text, value, codes) => {
    expect(read(text)).toMatchObject({ value, faults: codes.map((code) => ({ code })) });
  });

  it('is judged on the day of the check', () => {
    expect(read('VIEUX', localDate(2026, 6, 30))).toEqual({ value: 'VIEUX', faults: [] });
    expect(read('FUTUR', localDate(2027, 1, 1))).toEqual({ value: 'FUTUR', faults: [] });
  });
});
