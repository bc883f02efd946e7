import { FormValues } from '../../../platform/pages/index.js';
import { forbiddenErrors, typedValues } from './typed-values.js';

describe('What was typed of a referral', () => {
  it('is kept by its fields, the empty and the unknown ones left out', () => {
    const form = new FormValues({ nom: ' Payet ', etape: 'x', version: '3', 'nom-usage': '' });
    expect(typedValues(form)).toEqual({ nom: 'Payet' });
  });

  it('keeps each part of a date and each ticked box', () => {
    const typed = { 'naissance-jour': '3', 'cej-fin-annee': '2027', 'prerequis.MOBILITE': 'oui' };
    expect(typedValues(new FormValues(typed))).toEqual(typed);
  });

  it('is looked through for health where people write in their own words', () => {
    expect(Object.keys(forbiddenErrors({ complement: 'pathologie', nom: 'Payet' }))).toEqual([
      'complement',
    ]);
    // Seven small figures are an honest number where a number is asked for.
    expect(forbiddenErrors({ imilo: '2222222' })).toEqual({});
  });
});
