import fc from 'fast-check';
import { parseLocalDate } from '../../../kernel/index.js';
import { FormValues, rowToken } from '../../../platform/pages/index.js';
import {
  firstError,
  isUntouched,
  MOST_FIELDS,
  readRow,
  readRows,
  ROW_FIELDS,
  type RowValues,
} from './batch-form.js';

const ID = '0b6f6ad8-0000-4000-8000-000000000001';
const today = parseLocalDate('2026-11-28')!;
const BLANK: RowValues = {
  resultat: '',
  decision: '28/11/2026',
  reexamen: '',
  incorporation: '',
  niveau: '',
};

describe('The grid of outcomes', () => {
  it('reads its rows in their order, with the version each was made from', () => {
    const rows = readRows(
      new FormValues({
        'dossier-2': rowToken({ id: ID, version: 7 }),
        'resultat-2': 'ABSENT',
        'decision-2': '28/11/2026',
        'dossier-1': rowToken({ id: ID.replace('1', '2'), version: 3 }),
      }),
    );

    expect(rows.map(({ id, version }) => [id, version])).toEqual([
      [ID.replace('1', '2'), 3],
      [ID, 7],
    ]);
    expect(rows[1]?.values).toEqual({ ...BLANK, resultat: 'ABSENT' });
  });

  it.each(['', 'x', ID, `${ID} -1`, `${ID} 1 2`, '../../etc 1', `${'-'.repeat(36)} 1`])(
    'leaves out a row that names no file: %p',
    (token) => {
      expect(readRows(new FormValues({ 'dossier-1': token, 'resultat-1': 'ABSENT' }))).toEqual([]);
    },
  );

  it('takes a file that is named twice once, as it stands first', () => {
    const token = rowToken({ id: ID, version: 1 });
    const rows = readRows(
      new FormValues({ 'dossier-1': token, 'resultat-1': 'ABSENT', 'dossier-2': token }),
    );

    expect(rows.map(({ values }) => values.resultat)).toEqual(['ABSENT']);
  });

  it('takes fifty whole rows, which is all that a page shows', () => {
    const fields = Array.from({ length: 60 }, (_, index) => index + 1).flatMap((number) => [
      [`dossier-${number}`, rowToken({ id: `${ID.slice(0, -2)}${10 + number}`, version: number })],
      ...ROW_FIELDS.map((field) => [`${field}-${number}`, 'x']),
    ]);

    expect(readRows(new FormValues(Object.fromEntries(fields)))).toHaveLength(50);
    expect(MOST_FIELDS).toBe(50 * 6 + 2);
  });

  it('holds a row for untouched when nothing but the proposed day is in it', () => {
    expect(isUntouched(BLANK)).toBe(true);
    expect(isUntouched({ ...BLANK, niveau: 'EFFICACE' })).toBe(false);
    expect(isUntouched({ ...BLANK, reexamen: '1/3/2027' })).toBe(false);
  });

  it.each(['25/11/2026', '25 11 2026', '25.11.2026', '25-11-2026', '25112026', '25 / 11 / 2026'])(
    'reads the day %p',
    async (decision) => {
      const read = await readRow({ ...BLANK, resultat: 'ABSENT', decision }, today);

      expect(read).toMatchObject({ isRight: true, outcome: { decidedOn: '2026-11-25' } });
    },
  );

  it('reads a day of one figure', async () => {
    const read = await readRow({ ...BLANK, resultat: 'ABSENT', decision: '5/1/2026' }, today);

    expect(read).toMatchObject({ isRight: true, outcome: { decidedOn: '2026-01-05' } });
  });

  it.each<[Partial<RowValues>, object]>([
    [{ resultat: '' }, { field: 'resultat', message: 'Sélectionnez un résultat' }],
    [{ decision: '' }, { field: 'decision', message: 'Saisissez la date de la décision' }],
    [
      { decision: '31/02/2026' },
      { field: 'decision', message: expect.stringContaining('doit être une date réelle') },
    ],
    [
      { decision: '25/11/26' },
      { field: 'decision', message: expect.stringContaining('doit être une date réelle') },
    ],
    [
      { resultat: 'APTE_RETENU' },
      { field: 'incorporation', message: 'Indiquez la date d’incorporation prévue.' },
    ],
    [
      { resultat: 'AJOURNE' },
      { field: 'reexamen', message: 'Indiquez à partir de quand le jeune peut revenir.' },
    ],
    [{ decision: '29/11/2026' }, { field: 'decision', message: expect.stringContaining('futur') }],
    [{ niveau: 'ZZ' }, { field: 'niveau' }],
  ])('says of %j the one thing to correct first', async (change, error) => {
    const read = await readRow({ ...BLANK, resultat: 'ABSENT', ...change }, today);

    expect(read.isRight ? null : firstError(read.errors)).toMatchObject(error);
  });

  it('answers anything typed with a reading or an error on a field', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record(
          Object.fromEntries(ROW_FIELDS.map((field) => [field, fc.string()])) as Record<
            keyof RowValues,
            fc.Arbitrary<string>
          >,
        ),
        async (values) => {
          const read = await readRow(values, today);
          expect(read.isRight || firstError(read.errors).message !== '').toBe(true);
        },
      ),
    );
  });
});
