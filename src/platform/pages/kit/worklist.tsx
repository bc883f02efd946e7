import type { ComponentChildren } from 'preact';
import { frenchNumber, typeset } from '../../french/index.js';
import { DataTable, type Column } from './data-table.js';
import { EmptyState } from './empty-state.js';
import { Pagination } from './pagination.js';
import { Tabs, type Tab } from './tabs.js';
import { TitleBar } from './title-bar.js';

/** What is said in place of rows. */
export interface EmptyWords {
  readonly title: string;
  readonly text: string;
  /** Something was looked for: the other views that hold it are named. */
  readonly isSearch?: boolean;
}

interface WorklistProps<Row> {
  readonly title: string;
  /** Beside the title: what the list is added to by. */
  readonly action?: ComponentChildren;
  /** Before the rows: what is to be finished first. */
  readonly before?: ComponentChildren;
  readonly tabs: readonly Tab[];
  /** How many rows, in words. */
  readonly total: string;
  /** The same list as a file; null when there is nothing to take away. */
  readonly exportHref?: string | null;
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly empty: EmptyWords;
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
  /** The filters. */
  readonly children?: ComponentChildren;
}

/** A list of files to work on: views, filters, count, rows or why there are none, pages. */
export function Worklist<Row extends { readonly id: string }>(props: WorklistProps<Row>) {
  const { total, exportHref = null, rows, empty } = props;
  return (
    <>
      <TitleBar title={props.title}>{props.action}</TitleBar>
      <Tabs label="Vues de la liste" tabs={props.tabs} />
      {props.before}
      {props.children}
      <div class="app-results">
        <p class="app-results__count">{total}</p>
        {exportHref !== null && (
          <a href={exportHref} download>
            Exporter la liste (CSV)
          </a>
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState title={empty.title}>
          <p>{typeset(empty.text)}</p>
          {empty.isSearch && <FoundElsewhere tabs={props.tabs} />}
        </EmptyState>
      ) : (
        <DataTable
          id={props.id}
          caption={props.caption}
          columns={props.columns}
          rows={rows}
          keyOf={({ id }) => id}
          hasCards
        />
      )}
      <Pagination page={props.page} pages={props.pages} hrefOf={props.hrefOf} />
    </>
  );
}

/** Whoever looks for a name does not know in which view it stands. */
function FoundElsewhere({ tabs }: { readonly tabs: readonly Tab[] }) {
  const others = tabs.filter(({ isCurrent, count = 0 }) => !isCurrent && count > 0);
  if (others.length === 0) return null;
  return (
    <>
      <p>Trouvé dans d’autres onglets :</p>
      <ul>
        {others.map(({ href, label, count = 0 }) => (
          <li key={href}>
            <a href={href}>{`${label} (${frenchNumber(count)})`}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
