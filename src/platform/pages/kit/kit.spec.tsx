import { renderToString } from 'preact-render-to-string';
import { shownPages } from './pagination.js';
import { DataTable, DateField, ErrorSummary, sortLink, SummaryList, Worklist } from './index.js';

describe('the kit', () => {
  it('writes what users typed as text, never as HTML', () => {
    const html = renderToString(
      <SummaryList facts={[{ label: 'Nom', value: '<script>alert(1)</script>' }]} />,
    );

    expect(html).toContain('&lt;script>');
    expect(html).not.toContain('<script');
  });

  it('links each sentence of the error summary to its field, and counts them', () => {
    const html = renderToString(
      <ErrorSummary errors={{ nom: 'Saisissez le nom', '': 'Refusé' }} />,
    );

    expect(html).toContain('Il y a 2 problèmes');
    expect(html).toContain('<a href="#nom">Saisissez le nom</a>');
    expect(html).toContain('<li>Refusé</li>');
  });

  it('gives the first part of a date the name the summary links to', () => {
    const html = renderToString(<DateField name="naissance" label="Date de naissance" />);

    expect(html).toContain('id="naissance" name="naissance-jour"');
    expect(html).toContain('id="naissance-annee" name="naissance-annee"');
  });

  it('shows a dash where there is nothing', () => {
    const columns = [
      { key: 'a', label: 'A', cell: (row: { id: string }) => row.id },
      { key: 'b', label: 'B', cell: () => '' },
    ];
    const html = renderToString(
      <DataTable
        id="t"
        caption="T"
        columns={columns}
        rows={[{ id: '1' }]}
        keyOf={(row) => row.id}
      />,
    );

    expect(html).toContain('<th scope="row">1</th>');
    expect(html).toContain('–');
  });
});

describe('shownPages', () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [5, 10, [1, null, 4, 5, 6, null, 10]],
    [10, 10, [1, null, 9, 10]],
  ])('page %i of %i', (page, pages, shown) => {
    expect(shownPages(page, pages)).toEqual(shown);
  });
});

describe('sortLink', () => {
  const hrefOf = (sort: string) => `?tri=${sort}`;

  it.each([
    ['attente', '?tri=nom', undefined],
    ['nom', '?tri=-nom', 'ascending'],
    ['-nom', '?tri=nom', 'descending'],
  ])('of the names, sorted by %s', (current, href, now) => {
    expect(sortLink(current, 'nom', hrefOf)).toEqual({ href, now });
  });
});

describe('Worklist', () => {
  const frame = {
    title: 'Dossiers',
    tabs: [],
    total: '0 dossier',
    id: 'dossiers',
    caption: 'Dossiers',
    columns: [{ key: 'id', label: 'Dossier', cell: ({ id }: { id: string }) => id }],
    empty: { title: 'Rien à faire', text: 'Tout est à jour.' },
    page: 1,
    pages: 1,
    hrefOf: (page: number) => `?page=${page}`,
  };

  it('says why there is no row, and offers no empty file', () => {
    const html = renderToString(<Worklist {...frame} rows={[]} />);

    expect(html).toContain('Rien à faire');
    expect(html).not.toContain('<table');
    expect(html).not.toContain('Exporter');
  });

  it('names the other views that hold what was looked for, and no view without any', () => {
    const tabs = [
      { href: '?', label: 'À évaluer', isCurrent: true, count: 0 },
      { href: '?onglet=toutes', label: 'Toutes', isCurrent: false, count: 2 },
      { href: '?onglet=terminees', label: 'Terminées', isCurrent: false, count: 0 },
    ];
    const found = (isSearch: boolean) =>
      renderToString(
        <Worklist {...frame} tabs={tabs} empty={{ ...frame.empty, isSearch }} rows={[]} />,
      ).match(/<a href="[^"]*">[^<]* \(\d+\)/g);

    expect(found(true)).toEqual(['<a href="?onglet=toutes">Toutes (2)']);
    expect(found(false)).toBeNull();
  });

  it('shows its rows and the same list as a file', () => {
    const html = renderToString(<Worklist {...frame} rows={[{ id: 'd-1' }]} exportHref="/d.csv" />);

    expect(html).toContain('<th scope="row">d-1</th>');
    expect(html).toContain('href="/d.csv"');
    expect(html).not.toContain('Rien à faire');
  });
});
