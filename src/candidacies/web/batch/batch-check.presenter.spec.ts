import { parseLocalDate } from '../../../kernel/index.js';
import { FormValues } from '../../../platform/pages/index.js';
import type { CandidacyView } from '../../http/candidacy.view.js';
import { readRows, type RowValues, type TypedRow } from './batch-form.js';
import type { BatchFile } from './batch.presenter.js';
import { presentBatchCheck } from './batch-check.presenter.js';
import { readGrid } from './read-grid.js';

const day = parseLocalDate('2026-11-24')!;
const today = parseLocalDate('2026-11-28')!;
const idOf = (number: number) => `0b6f6ad8-0000-4000-8000-${String(number).padStart(12, '0')}`;

const fileOf = (number: number, state = 'convoked', version = 1): BatchFile => ({
  version,
  view: {
    id: idOf(number),
    state,
    youngPerson: {
      birthName: `PAYET${number}`,
      usageName: null,
      firstNames: ['Léa'],
      birthDate: '2005-03-11',
    },
    missionLocale: { code: '97411S00', name: 'Mission locale Nord' },
    outcome: null,
    availableCommands: ['decide'],
  } as unknown as CandidacyView,
});
const rowOf = (number: number, values: Partial<RowValues> = {}): TypedRow => ({
  id: idOf(number),
  version: 1,
  values: {
    resultat: '',
    decision: '25/11/2026',
    reexamen: '',
    incorporation: '',
    niveau: '',
    ...values,
  },
});
const check = async (rows: TypedRow[], files = rows.map((_, at) => fileOf(at + 1))) =>
  presentBatchCheck({ day, page: 2, rows, files, read: await readGrid(rows, today) });

describe('The check of a grid', () => {
  it('says candidate by candidate what will be recorded, a medical conclusion in its own words', async () => {
    const view = await check([
      rowOf(1, { resultat: 'ABSENT' }),
      rowOf(2, { resultat: 'INAPTE_TEMPORAIRE', reexamen: '01/05/2027', niveau: 'EFFICACE' }),
    ]);

    expect(view.over).toBe('Convocation du 24 novembre 2026');
    expect(view.rows).toEqual([
      expect.objectContaining({
        name: 'PAYET1 Léa',
        resultat: 'Absent à la convocation',
        decision: '25/11/2026',
        reexamen: '',
      }),
      expect.objectContaining({
        resultat: 'Inaptitude médicale temporaire',
        reexamen: '01/05/2027',
        niveau: 'Niveau efficace',
      }),
    ]);
    expect(view.save).toBe('Enregistrer les 2\u00A0résultats');
    expect([view.apart, view.changed]).toEqual([[], []]);
  });

  it('counts who stays without an outcome, and not who had one before', async () => {
    const rows = [rowOf(1, { resultat: 'ABSENT' }), rowOf(2), rowOf(3), rowOf(4)];
    const files = [fileOf(1), fileOf(2), fileOf(3), fileOf(4, 'decided')];
    const view = await check(rows, files);

    expect(view.apart).toEqual([
      '2\u00A0candidats restent sans résultat\u00A0: rien ne sera enregistré pour eux.',
    ]);
    expect(view.save).toBe('Enregistrer le résultat');
  });

  it('names who is left aside because of a fault', async () => {
    const rows = [rowOf(1, { resultat: 'ABSENT' }), rowOf(2, { resultat: 'APTE_RETENU' })];

    expect((await check(rows)).apart).toEqual([
      '1\u00A0ligne reste à corriger, elle reviendra avec ce que vous avez écrit\u00A0: PAYET2 Léa.',
    ]);
  });

  it('says whose file another changed meanwhile', async () => {
    const rows = [rowOf(1, { resultat: 'ABSENT' }), rowOf(2, { resultat: 'ABSENT' })];

    expect((await check(rows, [fileOf(1), fileOf(2, 'convoked', 4)])).changed).toEqual([
      'PAYET2 Léa',
    ]);
  });

  it('keeps every value, the faulty and the untouched ones too', async () => {
    const rows = [
      rowOf(1, { resultat: 'ABSENT' }),
      rowOf(2, { decision: 'hier' }),
      rowOf(3, { resultat: 'APTE_RETENU', incorporation: '32/13/2027' }),
    ];
    const { values } = await check(rows);

    expect(readRows(new FormValues(values))).toEqual(rows);
    expect(values['page']).toBe('2');
  });
});
