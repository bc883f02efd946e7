import { CsvFault } from './csv-fault.js';
import { detectSeparator } from './detect-separator.js';
import type { DetectedSeparator } from './detect-separator.js';

const KNOWN = [
  ['nom', 'ville'],
  ['nom', 'date', 'code'],
];
const detect = (text: string): DetectedSeparator => detectSeparator(Buffer.from(text), KNOWN);

describe('detectSeparator', () => {
  it.each([
    'nom;ville\r\n',
    '\uFEFFsep=;\r\nnom;ville',
    '\n"nom";"x,y"\n',
    'inconnu;aussi',
    'nom\n',
  ])('takes the semicolon of %j as it is', (text) => {
    expect(detect(text)).toEqual({ separator: ';', isTolerated: false });
  });

  it('tolerates a comma or a tab between exactly the known names of one list', () => {
    expect(detect('"nom","ville"\r\n1,2')).toEqual({ separator: ',', isTolerated: true });
    expect(detect('code\tnom\n')).toEqual({ separator: '\t', isTolerated: true });
  });

  it.each(['nom,ville,inconnu', 'Nom,Ville', 'ville,code', 'nom|ville', 'nom ville', ''])(
    'refuses %j',
    (text) => {
      expect(() => detect(text)).toThrow(CsvFault);
      expect(() => detect(text)).toThrow(expect.objectContaining({ code: 'SEPARATEUR_INCONNU' }));
    },
  );
});
