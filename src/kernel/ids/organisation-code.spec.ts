import { isStructureCode, isUnitCode } from './organisation-code.js';

describe('isStructureCode', () => {
  it.each(['97411S00', '01004S00', '2A004S01', '2B033S00', 'NC001S00'])('accepts %s', (text) => {
    expect(isStructureCode(text)).toBe(true);
  });

  it.each(['', '97411', '97411s00', '2C004S00', 'NC01S00', '97411S0', '97411S000', 'RSMA-RE'])(
    'refuses %j',
    (text) => {
      expect(isStructureCode(text)).toBe(false);
    },
  );
});

describe('isUnitCode', () => {
  it.each(['RSMA-RE', 'SMA-24', 'SMV-METZ', 'SMV-MARSEILLE', 'SMV-BREST'])('accepts %s', (text) => {
    expect(isUnitCode(text)).toBe(true);
  });

  it.each(['', 'SMA-1', 'RSMA', 'RSMA-', 'rsma-re', 'RSMA-LONGUEVILLE', 'ML-REUNION', '97411S00'])(
    'refuses %j',
    (text) => {
      expect(isUnitCode(text)).toBe(false);
    },
  );
});
