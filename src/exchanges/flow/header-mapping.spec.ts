import { LINE_BLOCK } from './blocks/line-block.js';
import { defineFlow } from './flow.js';
import { mapHeader } from './header-mapping.js';

const FLOW = defineFlow({
  code: 'ZZZ',
  version: '1.0.0',
  title: 'Essai',
  about: 'Essai.',
  from: 'unit',
  to: 'mission-locale',
  hasNotices: false,
  columns: LINE_BLOCK,
  primaryKey: ['identifiant_ligne'],
  emitterColumn: 'type_ligne',
  recipientColumn: 'type_ligne',
  samples: [],
  naturalKey: () => [],
  eventDay: () => {
    throw new Error('Not asked');
  },
  rules: () => [],
});

describe('the header of a file', () => {
  it('is found whatever its order, case, accents and spaces, and the differences are told', () => {
    const labels = ['Type ligne', 'période_rattachement', 'identifiant_ligne', 'Commentaire'];
    expect(mapHeader(FLOW, labels)).toEqual({
      mapping: { width: 4, indexes: [2, 0, 1] },
      missingRequired: [],
      missingOptional: [],
      unknown: ['Commentaire'],
      duplicates: [],
      misspelt: ['type_ligne', 'periode_rattachement'],
      isReordered: true,
    });
  });

  it('tells required and optional columns that are missing, and labels that stand twice', () => {
    expect(mapHeader(FLOW, ['identifiant_ligne', 'IDENTIFIANT_LIGNE'])).toMatchObject({
      mapping: { width: 2, indexes: [0, -1, -1] },
      missingRequired: ['type_ligne'],
      missingOptional: ['periode_rattachement'],
      duplicates: ['identifiant_ligne'],
    });
  });

  it('says nothing of the columns of a rejects file sent back', () => {
    const labels = [
      'identifiant_ligne',
      'type_ligne',
      'periode_rattachement',
      'anomalies',
      'valeur_suggeree',
    ];
    expect(mapHeader(FLOW, labels)).toMatchObject({ unknown: [], isReordered: false });
  });
});
