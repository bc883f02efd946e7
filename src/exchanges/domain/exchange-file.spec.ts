import fc from 'fast-check';
import { doorFault } from '../catalogue/index.js';
import type { Manifest } from '../deposit/index.js';
import { codesToConfirm, countRows, NO_ROW, reportCode, ROW_STATES } from './exchange-file.js';

describe('The counters of a file', () => {
  it('keep the law of conservation, whatever the fates', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ROW_STATES)), (states) => {
        const { read, applied, unchanged, inReview, stale, rejected } = countRows(states);
        expect(read).toBe(states.length);
        expect(applied + unchanged + inReview + stale + rejected).toBe(read);
      }),
    );
  });

  it('count each fate under its name', () => {
    expect(countRows(['A', 'A', 'I', 'V', 'P', 'P', 'P', 'R'])).toEqual({
      read: 8,
      applied: 2,
      unchanged: 1,
      inReview: 1,
      stale: 3,
      rejected: 1,
    });
    expect(countRows([])).toEqual(NO_ROW);
  });
});

describe('The code of a report', () => {
  it.each([
    ['all taken', 'AAI', false, 0],
    ['nothing to take', '', false, 0],
    ['all known already', 'PP', false, 0],
    ['remarks', 'AA', true, 1],
    ['a row in review', 'AV', false, 1],
    ['one refused', 'AR', false, 2],
    ['one refused, the rest in review', 'VR', true, 2],
    ['one refused, the rest known', 'PR', false, 2],
    ['all refused', 'RR', false, 3],
    ['all refused, with remarks', 'R', true, 3],
  ])('%s', (_, states, hasRemarks, code) => {
    const fates = [...states].flatMap((text) => ROW_STATES.filter((state) => state === text));
    expect(reportCode(countRows(fates), hasRemarks)).toBe(code);
  });
});

describe('What remains to be confirmed', () => {
  const held = (confirmed: string[]) => {
    const confirmations = confirmed.map((code) => ({ file: null, code }));
    const faults = [
      doorFault('CONTENU_DEJA_RECU', {}),
      doorFault('CONTENU_DEJA_RECU', {}),
      doorFault('SEQUENCE_TARDIVE', {}),
    ];
    return { faults, manifest: { confirmations } as Partial<Manifest> as Manifest };
  };

  it('is asked once, and not when the manifest said it beforehand', () => {
    expect(codesToConfirm(held([]))).toEqual(['CONTENU_DEJA_RECU']);
    expect(codesToConfirm(held(['CONTENU_DEJA_RECU']))).toEqual([]);
    expect(codesToConfirm({ ...held([]), manifest: null })).toEqual(['CONTENU_DEJA_RECU']);
  });
});
