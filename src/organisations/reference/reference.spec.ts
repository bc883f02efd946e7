import { isStructureCode, isUnitCode } from '../../kernel/index.js';
import { birthplaceName, isBirthplace } from '../domain/birthplace.js';
import { COUNTRIES } from './countries.js';
import { readCoverageFile, shippedCoveragePath } from './coverage-reader.js';
import { EtalabCommunes } from './etalab-communes.js';
import { MAINLAND_MISSIONS_LOCALES, OVERSEAS_MISSIONS_LOCALES } from './missions-locales.js';
import { demonstrationConventions, SHIPPED_ORGANISATIONS } from './shipped-organisations.js';
import { SMA_UNITS, SMV_UNITS } from './units.js';

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('shipped organisations', () => {
  it('have distinct codes and identifiers, of the right shapes', () => {
    const ids = SHIPPED_ORGANISATIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(43);
    expect(ids.every((id) => UUID_V4.test(id))).toBe(true);
    expect(new Set(SHIPPED_ORGANISATIONS.map(({ code }) => code)).size).toBe(43);
    const isCodeRight = {
      'mission-locale': isStructureCode,
      unit: isUnitCode,
      national: () => true,
    };
    expect(SHIPPED_ORGANISATIONS.filter(({ kind, code }) => !isCodeRight[kind](code))).toEqual([]);
  });

  it('count 14 missions locales overseas, 8 in the mainland, 8 SMA and 8 SMV units', () => {
    expect(OVERSEAS_MISSIONS_LOCALES).toHaveLength(14);
    expect(MAINLAND_MISSIONS_LOCALES).toHaveLength(8);
    expect(SMA_UNITS).toHaveLength(8);
    expect(SMV_UNITS).toHaveLength(8);
  });

  it.each([
    ['97411S00', 'Indian/Reunion'],
    ['97801S00', 'America/Marigot'],
    ['NC001S00', 'Pacific/Noumea'],
    ['RSMA-PF', 'Pacific/Tahiti'],
    ['SMV-METZ', 'Europe/Paris'],
  ])('%s lives by %s', (code, timeZone) => {
    expect(SHIPPED_ORGANISATIONS.find((one) => one.code === code)?.timeZone).toBe(timeZone);
  });

  it('keep their identifiers for ever', () => {
    expect(SHIPPED_ORGANISATIONS.find(({ code }) => code === '97411S00')?.id).toMatchInlineSnapshot(
      `"0f255edf-4a47-4a24-84a1-0e24d8d1cf33"`,
    );
    expect(SHIPPED_ORGANISATIONS.find(({ code }) => code === 'RSMA-RE')?.id).toMatchInlineSnapshot(
      `"552809fd-2467-48b5-bc80-e0c4b15e3051"`,
    );
  });

  it('are bound by the conventions of the demonstration', () => {
    const conventions = demonstrationConventions();
    const pairs = new Set(conventions.map((one) => `${one.missionLocaleId} ${one.unitId}`));
    expect(conventions).toHaveLength(14 * 8 + 22 * 8);
    expect(pairs.size).toBe(conventions.length);
  });
});

describe('shipped coverage', () => {
  it('is read without a fault, covers the overseas communes once, and only by known codes', async () => {
    const { lines, faults } = await readCoverageFile(shippedCoveragePath());
    expect(faults).toEqual([]);
    const departments: Record<string, number> = {};
    for (const { communeCode } of lines) {
      const department = communeCode.slice(0, communeCode.startsWith('97') ? 3 : 2);
      departments[department] = (departments[department] ?? 0) + 1;
    }
    expect(departments).toMatchObject({
      971: 32,
      972: 34,
      973: 22,
      974: 24,
      976: 17,
      977: 1,
      978: 1,
    });
    const codes = new Set(SHIPPED_ORGANISATIONS.map(({ code }) => code));
    expect(lines.filter((line) => !codes.has(`${line.missionLocaleCode}S00`))).toEqual([]);
    const covering = new Set(lines.map((line) => line.missionLocaleCode));
    expect(covering.size).toBe(20);
  });

  it('names only communes of the directory', async () => {
    const communes = EtalabCommunes.read();
    const { lines } = await readCoverageFile(shippedCoveragePath());
    expect(lines.filter((line) => communes.nameOf(line.communeCode) !== line.communeName)).toEqual(
      [],
    );
  });
});

describe('communes', () => {
  const communes = EtalabCommunes.read();

  it.each([
    ['97411', '97411', 'Saint-Denis', '974'],
    ['98818', '98818', 'Nouméa', '988'],
    ['97502', '97502', 'Saint-Pierre', '975'],
    ['2A004', '2A004', 'Ajaccio', '2A'],
    ['20004', '2A004', 'Ajaccio', '2A'],
    ['13201', '13201', 'Marseille 1er Arrondissement', '13'],
    ['01340', '01015', 'Saint-Bois', '01'],
    ['01126', '01033', 'Valserhône', '01'],
    ['01120', '01262', 'Cordieux', '01'],
    ['97123', '97701', 'Saint-Barthélemy', '977'],
    ['97127', '97801', 'Saint-Martin', '978'],
    ['98511', '97611', 'Mamoudzou', '976'],
  ])('know %s, today %s, %s', (code, current, name, department) => {
    expect(communes.isKnown(code)).toBe(true);
    expect(communes.currentOf(code)).toBe(current);
    expect(communes.nameOf(code)).toBe(name);
    expect(communes.departmentOf(code)).toBe(department);
  });

  it.each(['97400', '00000', '99352', '2A999', '', '974'])('do not know %j', (code) => {
    expect(communes.isKnown(code)).toBe(false);
    expect(communes.nameOf(code)).toBeUndefined();
    expect(communes.departmentOf(code)).toBeUndefined();
    expect(communes.postalCodes(code)).toEqual([]);
  });

  it('tell whether a postal code is used in a commune, a merged one included', () => {
    expect(communes.postalCodes('97411')).toEqual(['97400', '97417', '97490']);
    expect(communes.isPostalCodeOf('97400', '97411')).toBe(true);
    expect(communes.isPostalCodeOf('97410', '97411')).toBe(false);
    expect(communes.isPostalCodeOf('01300', '01340')).toBe(true);
    expect(communes.isPostalCodeOf('97150', '97127')).toBe(true);
  });

  it('have no move that ends on a code that does not stand', () => {
    const broken = ['20001', '97351', '78001', '98517', '01126'].filter((code) => {
      const current = communes.currentOf(code);
      return current === undefined || communes.currentOf(current) !== current;
    });
    expect(broken).toEqual([]);
  });
});

describe('birthplaces', () => {
  const communes = EtalabCommunes.read();

  it.each([
    ['97411', 'Saint-Denis'],
    ['20004', 'Ajaccio'],
    ['97127', 'Saint-Martin'],
    ['98735', 'Papeete'],
    ['99397', 'Comores'],
    ['99100', 'France'],
    ['99999', 'Lieu inconnu'],
  ])('take %s, %s', (code, name) => {
    expect(isBirthplace(code, communes, COUNTRIES)).toBe(true);
    expect(birthplaceName(code, communes, COUNTRIES)).toBe(name);
  });

  it.each(['99000', '99998', '92352', '97400', 'FRANCE'])('refuse %s', (code) => {
    expect(isBirthplace(code, communes, COUNTRIES)).toBe(false);
    expect(birthplaceName(code, communes, COUNTRIES)).toBeUndefined();
  });

  it('count every country once, under a code in 99', () => {
    expect([...COUNTRIES.keys()].every((code) => /^99[1-5]\d\d$/.test(code))).toBe(true);
    expect(COUNTRIES.size).toBeGreaterThan(220);
  });
});
