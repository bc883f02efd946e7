import { exportHrefOf, hrefOf, readSearch, sortOf } from './worklist-search.js';

describe('The address of the worklist of a mission locale', () => {
  it('shows what is to be done when it says nothing', () => {
    expect(readSearch({})).toMatchObject({ tab: 'a-traiter', text: '', state: null, page: 1 });
    expect(hrefOf(readSearch({}))).toBe('/orientations');
  });

  it('is written again as it was read', () => {
    const query = {
      onglet: 'terminees',
      recherche: 'Técher d’Étang',
      etat: 'decided',
      unite: 'RSMA-RE',
      tri: '-nom',
      page: '3',
    };
    const search = readSearch(query);
    const written = new URL(hrefOf(search, { page: 3 }), 'http://x').searchParams;

    expect(Object.fromEntries(written)).toEqual(query);
  });

  it('starts again at the first page when something changes', () => {
    const search = readSearch({ page: '4', recherche: 'payet' });

    expect(hrefOf(search, { sort: 'nom' })).toBe('/orientations?recherche=payet&tri=nom');
  });

  it('gives a file of the same list, not of one of its pages', () => {
    const search = readSearch({ onglet: 'en-cours', unite: 'RSMA-RE', page: '2' });

    expect(exportHrefOf(search)).toBe('/orientations.csv?onglet=en-cours&unite=RSMA-RE');
  });

  it('puts first what waits longest, or what is most recent where nothing waits', () => {
    expect(sortOf(readSearch({}))).toBe('attente');
    expect(sortOf(readSearch({ onglet: 'terminees' }))).toBe('-attente');
    expect(sortOf(readSearch({ onglet: 'terminees', tri: 'nom' }))).toBe('nom');
  });

  it.each([
    { onglet: 'toString' },
    { tri: 'x' },
    { etat: '__proto__' },
    { page: '0' },
    { page: '1.5' },
    { page: '99999999999' },
  ])('takes %j as if it were not there', (query) => {
    expect(readSearch(query)).toEqual(readSearch({}));
  });
});
