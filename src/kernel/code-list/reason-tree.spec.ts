import { codeList } from './code-list.js';
import { codesFrom, reasonTree, sideOf } from './reason-tree.js';

const LIST = codeList('motif', 'Motif', { A: 'Le jeune part', B: 'Terme', C: 'Le jeune renonce' });
const LEAVES = { label: 'Départ', side: 'JEUNE', codes: ['A'] } as const;
const GIVES_UP = { label: 'Renoncement', side: 'JEUNE', codes: ['C'] } as const;
const ENDS = { label: 'Terme', side: null, codes: ['B'] } as const;

describe('Reasons on two levels', () => {
  it('tell the side of a code, and the codes of a side', () => {
    const tree = reasonTree(LIST, [LEAVES, ENDS, GIVES_UP]);
    expect(['A', 'B', 'C', 'unknown'].map((code) => sideOf(tree, code))).toEqual([
      ...['JEUNE', null, 'JEUNE', null],
    ]);
    expect(codesFrom(tree, 'JEUNE')).toEqual(['A', 'C']);
    expect(codesFrom(tree, 'UNITE')).toEqual([]);
  });

  it('refuse a code that stands nowhere, or twice', () => {
    expect(() => reasonTree(LIST, [LEAVES, ENDS])).toThrow('C stands 0 times');
    expect(() => reasonTree(LIST, [LEAVES, ENDS, GIVES_UP, LEAVES])).toThrow('A stands 2 times');
  });
});
