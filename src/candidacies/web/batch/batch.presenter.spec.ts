import { parseLocalDate } from '../../../kernel/index.js';
import type { CandidacyView } from '../../http/candidacy.view.js';
import type { RowValues } from './batch-form.js';
import { presentBatch, savedWords, type BatchContent } from './batch.presenter.js';

const day = parseLocalDate('2026-11-24')!;
const today = parseLocalDate('2026-11-28')!;
const VIEW = {
  id: 'un',
  state: 'convoked',
  youngPerson: {
    birthName: 'PAYET',
    usageName: null,
    firstNames: ['Léa'],
    birthDate: '2005-03-11',
  },
  missionLocale: { code: '97411S00', name: 'Mission locale Nord' },
  outcome: null,
  availableCommands: ['decide'],
} as unknown as CandidacyView;
const OUTCOME = {
  code: 'NON_RETENU',
  decidedOn: '2026-11-25',
  reexaminationOn: null,
  assessedLevel: 'NON_EVALUE',
  plannedIncorporationOn: null,
  contingent: null,
};
const TYPED: RowValues = {
  resultat: 'AJOURNE',
  decision: '25/11/2026',
  reexamen: '',
  incorporation: '',
  niveau: '',
};

const present = (change: Partial<BatchContent> = {}, view: Partial<CandidacyView> = {}) =>
  presentBatch({
    day,
    today,
    page: 1,
    counts: { total: 12, waiting: 8 },
    files: [{ view: { ...VIEW, ...view }, version: 4 }],
    ...change,
  });

describe('The grid of a convocation', () => {
  it('says of which day it is and how many wait, and names nobody in its title', () => {
    expect(present()).toMatchObject({
      title: 'Résultats de la convocation du 24 novembre 2026',
      over: '12\u00A0candidats, 8 sans résultat',
    });
    expect(present({ counts: { total: 60, waiting: 0 }, page: 2 })).toMatchObject({
      title: 'Résultats de la convocation du 24 novembre 2026 – page 2 sur 2',
      over: '60\u00A0candidats, tous les résultats sont saisis',
    });
  });

  it('proposes today and knows nothing yet', () => {
    const { rows, hasOpenRows } = present();

    expect(hasOpenRows).toBe(true);
    expect(rows[0]).toMatchObject({
      name: 'PAYET Léa',
      under: 'Naissance 11/03/2005 – Mission locale Nord',
      token: 'un 4',
      values: { resultat: '', decision: '28/11/2026' },
    });
  });

  it('keeps what was typed and leads to the first field that does not do', () => {
    const { rows, errors } = present({
      typed: new Map([['un', TYPED]]),
      errors: new Map([['un', { field: 'reexamen', message: 'Indiquez à partir de quand.' }]]),
    });

    expect(rows[0]?.values).toEqual(TYPED);
    expect(errors).toEqual({ 'reexamen-1': 'PAYET Léa\u00A0: Indiquez à partir de quand.' });
  });

  it('shows what is recorded, a medical outcome like any other refusal', () => {
    const [row] = present({}, { state: 'decided', outcome: OUTCOME }).rows;

    expect(row).toMatchObject({
      values: null,
      state: { label: 'Enregistré', tone: 'success' },
      recorded: { resultat: 'Non retenu', decision: '25/11/2026', reexamen: '' },
    });
  });

  it('asks nothing of a file that is past it, nor of whoever may not decide', () => {
    expect(present({}, { state: 'closed' }).rows[0]).toMatchObject({
      values: null,
      state: { label: 'Close' },
    });
    expect(present({}, { availableCommands: [] })).toMatchObject({ hasOpenRows: false });
  });
});

describe('A grid that was sent', () => {
  it.each([
    [11, 1, '11\u00A0résultats enregistrés, 1 à corriger.'],
    [1, 0, '1\u00A0résultat enregistré.'],
    [0, 3, null],
  ])('says that %i were saved and %i were not', (saved, faulty, words) => {
    expect(savedWords(saved, faulty)).toBe(words);
  });
});
