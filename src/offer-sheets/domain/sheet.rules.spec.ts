import fc from 'fast-check';
import { localDate, type LocalDate } from '../../kernel/index.js';
import type { SheetContent } from './offer-sheet.js';
import { sheetIssues, toCome } from './sheet.rules.js';
import { readIncorporations, typedIncorporation } from './typed-incorporations.js';

const TODAY = localDate(2026, 11, 29);
const SHEET: SheetContent = {
  tracks: ['Agent d’entretien du bâtiment'],
  conditions: ['De 18 à 25 ans'],
  contactService: 'Cellule recrutement',
  contactPhone: '0262 00 00 00',
  contactEmail: null,
  incorporations: [{ on: localDate(2027, 2, 1), place: 'Saint-Pierre', places: 40 }],
};
const pointers = (over: Partial<SheetContent>) =>
  sheetIssues({ ...SHEET, ...over }, TODAY).map(({ pointer }) => pointer);

describe('A sheet', () => {
  it('says a track, a way to be reached, and dates to come', () => {
    expect(pointers({})).toEqual([]);
    expect(pointers({ tracks: [] })).toEqual(['/tracks']);
    expect(pointers({ contactPhone: null })).toEqual(['/contactPhone']);
    expect(
      pointers({ incorporations: [{ on: localDate(2026, 11, 28), place: 'X', places: null }] }),
    ).toEqual(['/incorporations/0']);
  });

  it('announces what is to come, the nearest first', () => {
    const on = (text: string) => ({ on: text as LocalDate, place: 'X', places: null });
    const shown = toCome([on('2027-03-01'), on('2026-11-28'), on('2026-11-29')], TODAY);
    expect(shown.map((one) => one.on)).toEqual(['2026-11-29', '2027-03-01']);
  });
});

describe('An incorporation that is typed', () => {
  it('is read back as it was written', () => {
    const one = fc.record({
      on: fc
        .tuple(fc.integer({ min: 2026, max: 2030 }), fc.integer({ min: 1, max: 12 }))
        .map(([year, month]) => localDate(year, month, 7)),
      place: fc.stringMatching(/^[A-Za-z' -]{1,40}$/).filter((text) => text.trim() === text),
      places: fc.option(fc.integer({ min: 0, max: 999 })),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (all) => {
        const read = readIncorporations(all.map(typedIncorporation));
        expect(read).toEqual({ incorporations: all, issues: [] });
      }),
    );
  });

  it.each(['02/13/2027 ; X', '02/03/2027', '02/03/2027 ; ; 4', '02/03/2027 ; X ; dix', 'X'])(
    'is refused with its line: %s',
    (line) => {
      expect(readIncorporations(['02/03/2027 ; X', line]).issues).toMatchObject([
        { pointer: '/incorporations/1' },
      ]);
    },
  );
});
