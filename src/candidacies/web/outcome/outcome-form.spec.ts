import { parseLocalDate } from '../../../kernel/index.js';
import { FormValues } from '../../../platform/pages/index.js';
import { readOutcome, typedFields } from './outcome-form.js';

const today = parseLocalDate('2026-11-28')!;
const FIELDS = {
  resultat: 'AJOURNE',
  'decision-jour': '5',
  'decision-mois': '11',
  'decision-annee': '2026',
  'reexamen-jour': '1',
  'reexamen-mois': '3',
  'reexamen-annee': '2027',
};
const read = (change: object) => readOutcome(new FormValues({ ...FIELDS, ...change }), today);

describe('The form of an outcome', () => {
  it('reads as the request of the API, days of one figure included', async () => {
    expect(await read({})).toEqual({
      isRight: true,
      outcome: {
        code: 'AJOURNE',
        decidedOn: '2026-11-05',
        reexaminationOn: '2027-03-01',
        assessedLevel: 'NON_EVALUE',
        plannedIncorporationOn: null,
        contingent: null,
      },
    });
  });

  it.each([
    [{ resultat: '' }, { resultat: 'Sélectionnez un résultat' }],
    [{ resultat: 'x' }, { resultat: 'Sélectionnez un résultat de la liste' }],
    [
      { 'reexamen-mois': '13' },
      { reexamen: 'La date de réexamen doit être une date réelle, par exemple 14 07 2026' },
    ],
    [
      { 'decision-jour': '', 'decision-mois': '', 'decision-annee': '' },
      { decision: 'Saisissez la date de la décision' },
    ],
    [{ resultat: 'ABSENT' }, { reexamen: expect.stringContaining('retirez-la') }],
  ])('says of %j which field to correct', async (change, errors) => {
    expect(await read(change)).toEqual({ isRight: false, errors });
  });

  it('sends again what was typed, and nothing else', () => {
    const sent = typedFields(new FormValues({ ...FIELDS, etape: 'verifier', motif: 'x' }));

    expect(sent).toMatchObject(FIELDS);
    expect(Object.keys(sent)).not.toContain('motif');
  });
});
