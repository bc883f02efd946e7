import { localDate, monthOf } from '../../../kernel/index.js';
import { FormValues } from '../../../platform/pages/index.js';
import type { ExpectedFile } from '../../use-cases/list-expected-files.js';
import { forRows, offerOf, readChoice } from './form.js';

const SLOT: ExpectedFile = {
  flow: 'ORI',
  mode: 'P',
  period: monthOf(localDate(2026, 10, 1)),
  nature: 'I',
  state: 'expected',
  opensAt: null,
  dueAt: null,
  closesAt: null,
  nextSequence: 1,
};
const SENT: ExpectedFile = { ...SLOT, nature: 'C', state: 'received' };
const NOTICE: ExpectedFile = { ...SLOT, period: null, nature: 'S' };
const offer = (...files: ExpectedFile[]) => offerOf(files)!;

describe('The form of a deposit', () => {
  it('offers nothing to say of a month that was not sent, and to take back one that was', () => {
    expect(offer(SLOT).natures).toEqual(['I', 'C', 'R', 'N']);
    expect(offer(SENT, NOTICE).natures).toEqual(['I', 'C', 'R', 'S', 'A']);
    expect(offer(SENT, { ...SLOT, flow: 'SUI' }).natures).toEqual(['I', 'C', 'R', 'N', 'A']);
  });

  it('offers only what has rows for a file that is there', () => {
    expect(forRows(offer(SENT, { ...SLOT, flow: 'SUI' })).natures).toEqual(['I', 'C', 'R']);
  });

  it.each([
    ['A', 'ORI', undefined],
    ['N', 'SUI', undefined],
    ['A', 'SUI', 'Rien n’a été envoyé pour ce mois : il n’y a rien à annuler.'],
    ['N', 'ORI', expect.stringContaining('Ce mois a déjà été envoyé')],
    ['Z', 'ORI', 'Choisissez ce que vous déposez.'],
  ])('says of nature %s for %s what contradicts it', (nature, flux, error) => {
    const values = new FormValues({ nature, flux, mois: '2026-10' });

    expect(readChoice(values, offer(SENT, { ...SLOT, flow: 'SUI' })).errors['nature']).toEqual(
      error,
    );
  });
});
