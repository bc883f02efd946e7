import { hrefOf, readSearch } from './worklist-search.js';

describe('The address of the worklist', () => {
  it('shows what waits for an evaluation when it says nothing', () => {
    expect(readSearch({})).toEqual({
      tab: 'a-evaluer',
      text: '',
      missionLocale: '',
      origin: null,
      reminder: null,
      sort: 'attente',
      page: 1,
    });
    expect(hrefOf(readSearch({}))).toBe('/candidatures');
  });

  it('is written again as it was read', () => {
    const query = {
      onglet: 'terminees',
      recherche: 'Técher d’Étang',
      'mission-locale': '97411S00',
      origine: 'JDC',
      attente: 'relancees',
      tri: '-nom',
      page: '3',
    };
    const search = readSearch(query);
    const written = new URL(hrefOf(search, { page: 3 }), 'http://x').searchParams;

    expect(readSearch(Object.fromEntries(written))).toEqual(search);
    expect(search).toMatchObject({ tab: 'terminees', origin: 'JDC', sort: '-nom', page: 3 });
  });

  it('starts again at the first page when something changes', () => {
    const search = readSearch({ page: '4', recherche: 'payet' });

    expect(hrefOf(search, { sort: 'nom' })).toBe('/candidatures?recherche=payet&tri=nom');
  });

  it.each([
    { onglet: 'toString' },
    { tri: 'x' },
    { origine: '__proto__' },
    { page: '0' },
    { page: '1.5' },
    { page: '-3' },
    { page: '99999999999' },
    { page: 'x' },
  ])('takes %j as if it were not there', (query) => {
    expect(readSearch(query)).toEqual(readSearch({}));
  });
});
