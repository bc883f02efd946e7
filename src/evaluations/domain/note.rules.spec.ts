import { parseMonth, type Month } from '../../kernel/index.js';
import { noteIssues } from './note.rules.js';

const NOW = parseMonth('2026-11') as Month;
const month = (text: string) => parseMonth(text) as Month;
const pointers = (...given: Parameters<typeof noteIssues>) =>
  noteIssues(...given).map(({ pointer }) => pointer);

describe('A note', () => {
  it('is of a month that came, not too long ago', () => {
    const note = { worked: ['DELAIS_REPONSE'], improve: [] } as const;
    expect(pointers(note, NOW, NOW)).toEqual([]);
    expect(pointers(note, month('2024-11'), NOW)).toEqual([]);
    expect(pointers(note, month('2026-12'), NOW)).toEqual(['/contingent']);
    expect(pointers(note, month('2024-10'), NOW)).toEqual(['/contingent']);
  });

  it('says a point at least, each once, and few', () => {
    expect(pointers({ worked: [], improve: [] }, NOW, NOW)).toEqual(['/worked']);
    const twice = { worked: ['DELAIS_REPONSE'], improve: ['DELAIS_REPONSE'] } as const;
    expect(pointers(twice, NOW, NOW)).toEqual(['/improve']);
    const six = [
      ...(['SEANCES_INFORMATION', 'OFFRE_LISIBLE', 'PREPARATION_DOSSIERS'] as const),
      ...(['DELAIS_REPONSE', 'CONTACTS_EQUIPES', 'ECHANGES_DONNEES'] as const),
    ];
    expect(pointers({ worked: six, improve: [] }, NOW, NOW)).toEqual(['/worked']);
  });
});
