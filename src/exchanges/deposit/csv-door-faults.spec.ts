import { CsvFault } from '../../platform/csv/index.js';
import type { CsvFaultCode } from '../../platform/csv/index.js';
import { csvDoorFault, csvDoorNotices } from './csv-door-faults.js';

const CODES: Record<CsvFaultCode, string | undefined> = {
  CHAMP_TROP_LONG: undefined,
  ENCODAGE_INDETERMINE: undefined,
  ENCODAGE_MIXTE: undefined,
  FINS_DE_LIGNE_MIXTES: 'CR_SEUL',
  GUILLEMET_MAL_PLACE: undefined,
  GUILLEMET_NON_FERME: undefined,
  OCTET_NUL: undefined,
  SEPARATEUR_INCONNU: undefined,
  TROP_DE_COLONNES: undefined,
};

describe('csvDoorFault', () => {
  it.each(Object.entries(CODES))(
    'tells %s with its line and blocks the file',
    (code, precision) => {
      const known = Object.keys(CODES).find((each): each is CsvFaultCode => each === code);
      const fault = csvDoorFault(new CsvFault(known ?? 'OCTET_NUL', 'x', { line: 7 }));

      expect(fault).toMatchObject({ code, level: 'BLOQUANT_FICHIER', line: 7 });
      expect(fault.precision).toBe(precision);
      expect(fault.message).not.toContain('…');
    },
  );
});

describe('csvDoorNotices', () => {
  it('warns of mixed line ends only', () => {
    const quiet = { code: null, level: 'INFORMATION', count: 1, lines: [] } as const;
    const mixed = { code: 'FINS_DE_LIGNE_MIXTES', level: 'AVERTISSEMENT', count: 2 } as const;
    const notices = csvDoorNotices([
      { kind: 'byte-order-mark', ...quiet },
      { kind: 'mixed-line-ends', ...mixed, lines: [4, 9] },
    ]);

    expect(notices).toEqual([
      expect.objectContaining({ code: 'FINS_DE_LIGNE_MIXTES', level: 'AVERTISSEMENT', line: 4 }),
    ]);
  });
});
