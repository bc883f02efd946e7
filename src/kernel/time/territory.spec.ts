import { localDate } from './local-date.js';
import { TERRITORY_CODES, isTerritoryCode, timeZoneOf } from './territory.js';
import { instantAt } from './zoned-time.js';

describe('TERRITORIES', () => {
  it('hold the twelve codes of the service', () => {
    expect(TERRITORY_CODES.join(' ')).toBe(
      'GP MQ GF RE YT MF BL SPM NC PF HEXAGONE ALSACE-MOSELLE',
    );
  });

  it('name clocks from UTC-10 to UTC+11, all known to the system', () => {
    const noon = TERRITORY_CODES.map(
      (code) =>
        12 - Number(instantAt(localDate(2026, 12, 1), '12:00', timeZoneOf(code)).slice(11, 13)),
    );

    expect(noon).toEqual([-4, -4, -3, 4, 3, -4, -4, -3, 11, -10, 1, 1]);
  });
});

describe('isTerritoryCode', () => {
  it('knows the codes and nothing that every object has', () => {
    expect(isTerritoryCode('RE')).toBe(true);
    expect(isTerritoryCode('re')).toBe(false);
    expect(isTerritoryCode('toString')).toBe(false);
  });
});
