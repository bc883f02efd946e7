import { isCommuneCodeShape, isImiloId, isPhone } from './person-code.js';

describe('isImiloId', () => {
  it('is 1 to 10 digits', () => {
    expect(['1', '88000001', '0123456789'].every(isImiloId)).toBe(true);
    expect(['', '12345678901', '12A', ' 12'].some(isImiloId)).toBe(false);
  });
});

describe('isCommuneCodeShape', () => {
  it.each(['01004', '57463', '2A004', '2B033', '97411', '98818', '99100', '99999'])(
    'accepts %s',
    (text) => {
      expect(isCommuneCodeShape(text)).toBe(true);
    },
  );

  it.each(['', '974', '00123', '96001', '2C004', '2a004', '974111', 'SAINT'])(
    'refuses %j',
    (text) => {
      expect(isCommuneCodeShape(text)).toBe(false);
    },
  );
});

describe('isPhone', () => {
  it.each(['0692000000', '0140000000', '00687123456', '0068987123456', '00590690000000'])(
    'accepts %s',
    (text) => {
      expect(isPhone(text)).toBe(true);
    },
  );

  it.each(['', '+262692000000', '0092000000', '069200000', '06 92 00 00 00', '0033612345678'])(
    'refuses %j',
    (text) => {
      expect(isPhone(text)).toBe(false);
    },
  );
});
