import { codeList, localDate } from '../../kernel/index.js';
import { LINE_BLOCK } from './blocks/line-block.js';
import type { CheckContext, FileFacts } from './check-context.js';
import { codeColumn } from './columns/code-column.js';
import { dayColumn } from './columns/day-column.js';
import { textColumn } from './columns/text-column.js';
import { FileRowCheck } from './file-row-check.js';
import { defineFlow } from './flow.js';

const COLOURS = codeList('couleur', 'Couleur', { ROUGE: 'Rouge', VERT: 'Vert' });
const KEY = { title: 'Clé', about: 'Clé.', example: 'A1', pattern: '[A-Z0-9]{1,9}', maxLength: 9 };
const SEEN = { title: 'Vue', about: 'Vue.', example: '2026-11-02', isPast: true } as const;

const FLOW = defineFlow({
  code: 'ZZZ',
  version: '1.0.0',
  title: 'Essai',
  about: 'Essai.',
  from: 'unit',
  to: 'mission-locale',
  hasNotices: true,
  columns: [
    ...LINE_BLOCK,
    textColumn({ header: 'cle', required: true, expected: 'une clé', ...KEY }),
    textColumn({ header: 'emetteur', required: true, expected: 'un code', ...KEY }),
    codeColumn({ header: 'couleur', title: 'Couleur', about: '.', example: 'VERT', list: COLOURS }),
    dayColumn({ header: 'vue', required: true, ...SEEN }),
  ],
  primaryKey: ['cle'],
  emitterColumn: 'emetteur',
  recipientColumn: 'cle',
  samples: [],
  naturalKey: (row) => [row.cle],
  eventDay: (row) => row.vue,
  rules: () => [],
});

const MONTH: FileFacts = { nature: 'I', period: '2026-11', isSlotOpen: true };

function checkOf(file: FileFacts = MONTH): FileRowCheck<typeof FLOW> {
  const context: CheckContext = {
    on: localDate(2026, 12, 2),
    emitterCode: 'UN',
    communes: { isKnown: () => true, isFormer: () => false, successorOf: () => undefined },
    references: { standingOf: () => undefined },
    file,
  };
  return new FileRowCheck(FLOW, context);
}

function cells(
  id: string,
  key: string,
  more: { type?: string; period?: string; colour?: string } = {},
) {
  const { type = 'SITUATION', period = '', colour = '' } = more;
  return [id, type, period, key, 'UN', colour, '2026-11-02'];
}

describe('the rows of one file', () => {
  it('are given typed, null where the cell is empty', () => {
    expect(checkOf().read(cells('1', 'A', { colour: 'VERT' }), 2)).toEqual({
      kind: 'accepted',
      anomalies: [],
      row: {
        identifiant_ligne: 1,
        type_ligne: 'SITUATION',
        periode_rattachement: null,
        cle: 'A',
        emetteur: 'UN',
        couleur: 'VERT',
        vue: '2026-11-02',
      },
    });
  });

  it('are kept once when they repeat each other', () => {
    const check = checkOf();
    check.read(cells('1', 'A'), 2);
    expect(check.read(cells('2', 'A'), 3)).toMatchObject({
      kind: 'repeated',
      firstLine: 2,
      anomalies: [{ line: 3, rowId: 2, code: 'duplicate-row', level: 'AVERTISSEMENT' }],
    });
  });

  it('are refused together when one key has two contents, the first one once', () => {
    const check = checkOf();
    check.read(cells('1', 'A'), 2);
    expect(check.read(cells('2', 'A', { colour: 'VERT' }), 3)).toMatchObject({
      kind: 'rejected',
      withdrawnLine: 2,
      anomalies: [
        { line: 2, rowId: 1, code: 'primary-key' },
        { line: 3, rowId: 2, code: 'primary-key', level: 'BLOQUANT_LIGNE' },
      ],
    });
    expect(check.read(cells('3', 'A'), 4)).toMatchObject({
      kind: 'rejected',
      withdrawnLine: null,
      anomalies: [{ line: 4 }],
    });
  });

  it('may state a case and correct an older month of it', () => {
    const check = checkOf();
    check.read(cells('1', 'A'), 2);
    const correction = cells('2', 'A', { type: 'CORRECTION', period: '2026-09', colour: 'VERT' });
    expect(check.read(correction, 3).kind).toBe('accepted');
  });

  it.each([
    ['0', '2'],
    ['2', '2'],
    ['5', '3'],
  ])('are refused when the line after %s is numbered %s', (first, second) => {
    const check = checkOf();
    check.read(cells('5', 'A'), 2);
    check.read(cells(first, 'B'), 3);
    expect(check.read(cells(second, 'C'), 4)).toMatchObject({
      kind: 'rejected',
      anomalies: [{ line: 4, column: 'identifiant_ligne', precision: 'NON_CROISSANT' }],
    });
  });

  it('may leave gaps in their numbers, as a corrected rejects file does', () => {
    const check = checkOf();
    check.read(cells('41', 'A'), 2);
    expect(check.read(cells('97', 'B'), 3).kind).toBe('accepted');
  });

  it('are warned of blank lines between them, and only informed of those at the end', () => {
    const check = checkOf();
    check.read(cells('1', 'A'), 2);
    expect(check.read(['', ' ', ''], 3)).toEqual({ kind: 'blank', anomalies: [] });
    expect(check.read(cells('2', 'B'), 4)).toMatchObject({
      kind: 'accepted',
      anomalies: [{ line: 3, code: 'blank-row', level: 'AVERTISSEMENT' }],
    });
    check.read([''], 5);
    expect(check.end()).toMatchObject([{ line: 5, code: 'blank-row', level: 'INFORMATION' }]);
    expect(check.end()).toEqual([]);
  });

  it.each([
    ['a total', ['Total : 125'], 'LIGNE_PARASITE'],
    ['a total under a column', ['', 'Total', '125', '', '', '', ''], 'LIGNE_PARASITE'],
    ['a comment', ['# fin du fichier', '', '', '', '', '', ''], 'LIGNE_PARASITE'],
    ['a cut row', ['1', 'SITUATION'], 'missing-cell'],
    ['a row with a cell too many', [...cells('1', 'A'), ''], 'extra-cell'],
  ])('are told apart from %s', (_, record, code) => {
    expect(checkOf().read(record, 2)).toMatchObject({
      kind: 'rejected',
      anomalies: [{ code, column: null, value: null }],
    });
  });

  it('are searched for what must never travel, cell by cell', () => {
    const record = [...cells('1', 'A'), 'apte, SIGYCOP 3223251'];
    expect(checkOf().read(record, 2)).toMatchObject({
      kind: 'rejected',
      anomalies: [
        { code: 'extra-cell', position: null },
        { code: 'CONTENU_INTERDIT', column: null, position: record.length, value: null },
      ],
    });
  });

  it('all say what is wrong with them at once', () => {
    const { anomalies } = checkOf().read(
      ['x', 'SITUATION', '', 'a', 'XX', 'BLEU', '2027-01-01'],
      2,
    );
    expect(anomalies.map(({ column, code }) => [column, code])).toEqual([
      ['identifiant_ligne', 'type-error'],
      ['cle', 'constraint-error'],
      ['emetteur', 'HORS_PERIMETRE'],
      ['couleur', 'CODE_INCONNU'],
      ['vue', 'DATE_FUTURE'],
    ]);
  });
});

describe('the type of a line', () => {
  const open = { isSlotOpen: true } as const;
  it.each([
    ['I', open, 'SITUATION', '', true],
    ['I', open, 'SITUATION', '2026-11', true],
    ['I', open, 'SITUATION', '2026-10', false],
    ['I', open, 'EVENEMENT', '', false],
    ['I', open, 'CORRECTION', '2026-10', true],
    ['I', open, 'CORRECTION', '', false],
    ['I', open, 'CORRECTION', '2026-11', false],
    ['I', open, 'CORRECTION', '2024-11', true],
    ['I', open, 'CORRECTION', '2024-10', false],
    ['R', open, 'SITUATION', '', true],
    ['C', open, 'SITUATION', '', true],
    ['C', { isSlotOpen: false }, 'SITUATION', '', false],
    ['C', { isSlotOpen: false }, 'ANNULATION', '2026-08', true],
    ['S', open, 'EVENEMENT', '', true],
    ['S', open, 'SITUATION', '', false],
  ] as const)(
    'in a file %s (%j): %s of period "%s" is taken: %s',
    (nature, slot, type, period, isTaken) => {
      const file = { nature, period: nature === 'S' ? '2026-12-02' : '2026-11', ...slot };
      const reading = checkOf(file).read(cells('1', 'A', { type, period }), 2);
      expect(reading.kind).toBe(isTaken ? 'accepted' : 'rejected');
    },
  );
});
