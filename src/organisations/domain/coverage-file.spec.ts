import { COVERAGE_COLUMNS, readCoverage } from './coverage-file.js';

const line = (commune: string, missionLocale: string, flag = 'Non') =>
  `${commune};Nom;Dép(01);Rég(84);84;${missionLocale};01-ML;Rég;84;${flag};1 rue;01000;Ville`;

const read = (...lines: string[]) =>
  readCoverage(
    [COVERAGE_COLUMNS.join(';'), ...lines].map((text, index) => ({
      line: index + 1,
      cells: text.split(';'),
    })),
  );

describe('coverage file', () => {
  it('gives the communes of each mission locale', () => {
    expect(read(line('01001', '01053'), line('2A004', '2A004'))).toEqual({
      lines: [
        {
          communeCode: '01001',
          communeName: 'Nom',
          missionLocaleCode: '01053',
          missionLocaleName: '01-ML',
          isShared: false,
          address: { street: '1 rue', postalCode: '01000', town: 'Ville' },
        },
        expect.objectContaining({ communeCode: '2A004', missionLocaleCode: '2A004' }),
      ],
      faults: [],
    });
  });

  it('takes several missions locales for a commune that is declared as shared', () => {
    const reading = read(line('01001', '01053', 'Oui'), line('01001', '01004', 'Oui'));
    expect(reading.lines).toHaveLength(2);
    expect(reading.faults).toEqual([]);
  });

  it.each([
    ['column-count', '01001;Nom'],
    ['commune-code', line('1001', '01053')],
    ['mission-locale-code', line('01002', '01053S00')],
    ['shared-flag', line('01002', '01053', 'non')],
    ['duplicate', line('01001', '01053')],
    ['shared-not-declared', line('01001', '01004', 'Oui')],
  ])('leaves out a line with a fault: %s', (fault, text) => {
    const reading = read(line('01001', '01053'), text);
    expect(reading.faults).toEqual([{ line: 3, fault }]);
    expect(reading.lines).toHaveLength(1);
  });

  it('takes nothing under another header', () => {
    const header = { line: 1, cells: [...COVERAGE_COLUMNS].toReversed() };
    const body = { line: 2, cells: line('01001', '01053').split(';') };
    expect(readCoverage([header, body])).toEqual({
      lines: [],
      faults: [{ line: 1, fault: 'header' }],
    });
    expect(readCoverage([]).faults).toEqual([{ line: 1, fault: 'header' }]);
  });
});
