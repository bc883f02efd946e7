import fc from 'fast-check';
import { parseLocalDate } from '../../kernel/index.js';
import { isMaskedOutcome, listedOutcome } from './shown-outcome.js';

const decidedOn = parseLocalDate('2026-11-17')!;
const outcome = (code: string) => ({ code, decidedOn, reexaminationOn: null });

describe('An outcome in a list', () => {
  it('shows one word for a selection and for a medical conclusion', () => {
    expect(listedOutcome(outcome('NON_RETENU_SELECTION'))).toEqual(outcome('NON_RETENU'));
    expect(listedOutcome(outcome('NON_RETENU'))).toEqual(outcome('NON_RETENU'));
  });

  it('shows any other outcome as it is, and none as none', () => {
    const other = fc.string().filter((code) => !code.startsWith('NON_RETENU'));
    fc.assert(
      fc.property(other, (code) => {
        expect(listedOutcome(outcome(code))).toEqual(outcome(code));
      }),
    );
    expect(listedOutcome(null)).toBeNull();
  });

  it('is masked under that word only', () => {
    expect(isMaskedOutcome(outcome('NON_RETENU'))).toBe(true);
    expect(isMaskedOutcome(outcome('NON_RETENU_SELECTION'))).toBe(false);
    expect(isMaskedOutcome(null)).toBe(false);
  });
});
