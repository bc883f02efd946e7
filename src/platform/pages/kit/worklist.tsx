import type { ComponentChildren } from 'preact';
import { typeset } from '../../french/index.js';
import { DataTable, type Column } from './data-table.js';
import { EmptyState } from './empty-state.js';
import { Pagination } from './pagination.js';
import { Tabs, type Tab } from './tabs.js';
import { TitleBar } from './title-bar.js';

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
  /** What is said in place of rows. */
  readonly empty: { readonly title: string; readonly text: string };
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
