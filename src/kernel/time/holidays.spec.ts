import { holidays } from './holidays.js';
import { TERRITORY_CODES } from './territory.js';
import type { TerritoryCode } from './territory.js';

function datesOf(territory: TerritoryCode, year: number): string[] {
  return holidays(territory, year).map(({ date }) => date);
}

/** The days a territory has beyond those of the Hexagone. */
function ownDaysOf(territory: TerritoryCode, year: number): string[] {
  const national = datesOf('HEXAGONE', year);
  return datesOf(territory, year).filter((date) => !national.includes(date));
}

describe('holidays', () => {
  it('are the eleven of the labour code in the Hexagone', () => {
    expect(holidays('HEXAGONE', 2026)).toEqual([
      { date: '2026-01-01', name: 'Jour de l’an' },
      { date: '2026-04-06', name: 'Lundi de Pâques' },
      { date: '2026-05-01', name: 'Fête du Travail' },
      { date: '2026-05-08', name: 'Victoire de 1945' },
      { date: '2026-05-14', name: 'Ascension' },
      { date: '2026-05-25', name: 'Lundi de Pentecôte' },
      { date: '2026-07-14', name: 'Fête nationale' },
      { date: '2026-08-15', name: 'Assomption' },
      { date: '2026-11-01', name: 'Toussaint' },
      { date: '2026-11-11', name: 'Armistice de 1918' },
      { date: '2026-12-25', name: 'Noël' },
    ]);
  });

  it.each([
    ['GP', ['2026-05-27']],
    ['MQ', ['2026-05-22']],
    ['GF', ['2026-06-10']],
    ['RE', ['2026-12-20']],
    ['YT', ['2026-04-27']],
    ['MF', ['2026-05-28']],
    ['BL', ['2026-10-09']],
    ['SPM', []],
    ['NC', ['2026-09-24']],
    ['PF', ['2026-03-05', '2026-04-03', '2026-11-20']],
    ['ALSACE-MOSELLE', ['2026-04-03', '2026-12-26']],
  ] as const)('add in %s in 2026 %j', (territory, days) => {
    expect(ownDaysOf(territory, 2026)).toEqual(days);
  });

  it('follow the texts from a year to the next', () => {
    expect(ownDaysOf('PF', 2024)).toEqual(['2024-03-05', '2024-03-29', '2024-06-29']);
    expect(ownDaysOf('PF', 2025)).toEqual(['2025-03-05', '2025-04-18', '2025-11-20']);
    expect(ownDaysOf('MF', 2017)).toEqual(['2017-05-27']);
    expect(ownDaysOf('MF', 2018)).toEqual(['2018-05-28']);
  });

  it('leave out the days of custom: no Good Friday nor 21 July in the Antilles', () => {
    const antilles = [...datesOf('GP', 2026), ...datesOf('MQ', 2026)];

    expect(antilles).not.toContain('2026-04-03');
    expect(antilles).not.toContain('2026-07-21');
  });

  it('keep both names when two fall on one day', () => {
    const names = holidays('HEXAGONE', 1997).filter(({ date }) => date === '1997-05-08');

    expect(names.map(({ name }) => name)).toEqual(['Victoire de 1945', 'Ascension']);
  });

  it.each(TERRITORY_CODES)('come in the order of days in %s', (territory) => {
    const dates = datesOf(territory, 2027);

    expect(dates).toEqual([...dates].sort());
  });
});
