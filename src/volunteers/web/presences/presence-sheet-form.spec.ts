import { FormValues, rowToken } from '../../../platform/pages/index.js';
import { MOST_FIELDS, readSheet } from './presence-sheet-form.js';

const idOf = (number: number) => `0b6f6ad8-0000-4000-8000-${String(number).padStart(12, '0')}`;
const tokenOf = (number: number, version = 1) => rowToken({ id: idOf(number), version });
const sheet = (fields: Record<string, string>) =>
  readSheet(new FormValues({ mois: '2026-10', ...fields }));

describe('The presences of a month on one sheet', () => {
  it('says of each service what was chosen, of the version that was read', () => {
    expect(
      sheet({
        'service-1': tokenOf(1, 4),
        'presence-1': 'present',
        'service-2': tokenOf(2),
        'presence-2': 'absent',
        'service-3': tokenOf(3),
        'presence-3': 'parti',
      }),
    ).toEqual([
      {
        id: idOf(1),
        version: 4,
        presence: { month: '2026-10', isInService: true, isLongAbsent: false },
      },
      {
        id: idOf(2),
        version: 1,
        presence: { month: '2026-10', isInService: true, isLongAbsent: true },
      },
      {
        id: idOf(3),
        version: 1,
        presence: { month: '2026-10', isInService: false, isLongAbsent: false },
      },
    ]);
  });

  it('says nothing of a row left blank, unless all others were in service', () => {
    const rows = {
      'service-1': tokenOf(1),
      'presence-1': 'parti',
      'service-2': tokenOf(2),
      'presence-2': '',
    };

    expect(sheet(rows).map(({ id }) => id)).toEqual([idOf(1)]);
    expect(sheet({ ...rows, 'autres.present': 'oui' }).map(({ presence }) => presence)).toEqual([
      { month: '2026-10', isInService: false, isLongAbsent: false },
      { month: '2026-10', isInService: true, isLongAbsent: false },
    ]);
  });

  it.each([
    ['a month that is none', { mois: '2026-13' }],
    ['a choice that is none', { 'presence-1': 'malade' }],
    ['no service', { 'service-1': 'x' }],
  ])('leaves out %s', (_, change) => {
    expect(sheet({ 'service-1': tokenOf(1), 'presence-1': 'present', ...change })).toEqual([]);
  });

  it('takes fifty rows, which is all that a sheet shows', () => {
    const fields = Array.from({ length: 60 }, (_, index) => index + 1).flatMap((number) => [
      [`service-${number}`, tokenOf(number)],
      [`presence-${number}`, 'present'],
    ]);

    expect(sheet(Object.fromEntries(fields))).toHaveLength(50);
    expect(MOST_FIELDS).toBe(102);
  });
});
