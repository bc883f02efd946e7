import { isSameAcknowledgement } from './mailbox-file.js';

const ROWS = [
  { line: 2, code: 'REFERENCE_INCONNUE' },
  { line: 11, code: 'HORS_PERIMETRE' },
];

describe('An acknowledgement', () => {
  it('is the same with its rows in another order', () => {
    const one = { status: 'PARTIEL', rows: ROWS } as const;
    expect(isSameAcknowledgement(one, { ...one, rows: ROWS.toReversed() })).toBe(true);
  });

  it('is another one when its status, a line, a code or the number of rows differs', () => {
    const one = { status: 'PARTIEL', rows: ROWS } as const;
    const others = [
      { ...one, status: 'REFUSE' as const },
      { ...one, rows: ROWS.slice(1) },
      { ...one, rows: [{ line: 3, code: 'REFERENCE_INCONNUE' }, ...ROWS.slice(1)] },
      { ...one, rows: [{ line: 2, code: 'HORS_PERIMETRE' }, ...ROWS.slice(1)] },
    ];
    expect(others.map((other) => isSameAcknowledgement(one, other))).toEqual(
      others.map(() => false),
    );
  });
});
