import { localDate } from '../../kernel/index.js';
import type { Convention, Organisation } from '../../organisations/index.js';
import { isFollowedBy } from './followed-units.js';

const ON = localDate(2026, 10, 31);
const body = (id: string, rest: Partial<Organisation>): Organisation => ({
  ...{ id, code: id, name: id, usualName: id, scheme: null, department: null },
  ...{ kind: 'national', territory: 'HEXAGONE', timeZone: 'Europe/Paris' },
  ...{ validFrom: localDate(2020, 1, 1), validTo: null },
  ...rest,
});
const SMA = body('sma', { kind: 'unit', scheme: 'SMA', department: '974' });
const SMV = body('smv', { kind: 'unit', scheme: 'SMV', department: '29' });
const ML = body('ml', { kind: 'mission-locale', department: '974' });
const CONVENTION: Convention = {
  ...{ missionLocaleId: 'ml', unitId: 'sma', duties: [] },
  ...{ validFrom: localDate(2020, 1, 1), validTo: null },
};
const followed = (reader: Organisation, conventions: Convention[] = []) =>
  [SMA, SMV, ML].filter((unit) => isFollowedBy(reader, unit, ON, conventions)).map(({ id }) => id);

describe('Who follows the files of a unit', () => {
  it('is the unit itself, and no other', () => {
    expect(followed(SMA)).toEqual(['sma']);
  });

  it('is a mission locale under a convention with it', () => {
    expect(followed(ML, [CONVENTION])).toEqual(['sma']);
    expect(followed(ML)).toEqual([]);
    expect(followed(body('other', { kind: 'mission-locale' }), [CONVENTION])).toEqual([]);
  });

  it('is the command of its scheme, and who has none', () => {
    expect(followed(body('comsma', { scheme: 'SMA' }))).toEqual(['sma']);
    expect(followed(body('unml', {}))).toEqual(['sma', 'smv']);
  });

  it('is a regional body in its region', () => {
    expect(followed(body('arml', { department: '35' }))).toEqual(['smv']);
  });

  it('is nobody on a day when the unit is not in force', () => {
    const gone = { ...SMA, validTo: localDate(2026, 10, 30) };
    expect(isFollowedBy(body('unml', {}), gone, ON, [])).toBe(false);
  });
});
