import { Badge, Page, TwoLines, Worklist, type Column } from '../../../platform/pages/index.js';
import { hrefOf, RETURN_TABS, type ReturnSearch } from './worklist-search.js';
import type { WorklistPresented, WorklistRow } from './worklist.presenter.js';

interface WorklistProps {
  readonly search: ReturnSearch;
  readonly view: WorklistPresented;
  readonly isOfUnit: boolean;
}

/** The page of the worklist of returns. */
export function worklistPage({ search, view, isOfUnit }: WorklistProps): Page {
  const content = (
    <Worklist
      title="Retours"
      tabs={view.tabs}
      total={view.total}
      id="retours"
      caption={`Retours, ${RETURN_TABS[search.tab].label}`}
      columns={columnsOf(isOfUnit)}
      rows={view.rows}
      empty={view.empty}
      page={search.page}
      pages={view.pages}
      hrefOf={(page) => hrefOf(search.tab, page)}
    />
  );
  return new Page(view.title, content);
}

function columnsOf(isOfUnit: boolean): Column<WorklistRow>[] {
  return [
    {
      key: 'jeune',
      label: 'Jeune',
      cell: ({ href, name, marks }) => (
        <>
          <a href={href}>{name}</a>{' '}
          {marks.map(({ label, tone }) => (
            <Badge key={label} tone={tone} label={label} />
          ))}
        </>
      ),
    },
    {
      key: 'organisme',
      label: isOfUnit ? 'Mission locale' : 'Unité',
      cell: ({ other }) => other,
    },
    {
      key: 'sortie',
      label: 'Sortie',
      cell: ({ cause, endsOn }) => <TwoLines under={cause}>{endsOn}</TwoLines>,
    },
    {
      key: 'etat',
      label: 'État',
      cell: ({ state: { tone, label } }) => <Badge tone={tone} label={label} />,
    },
    {
      key: 'suite',
      label: 'À faire',
      cell: ({ step, due }) => <TwoLines under={due}>{step}</TwoLines>,
    },
  ];
}
