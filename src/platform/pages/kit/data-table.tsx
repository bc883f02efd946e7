import type { ComponentChildren } from 'preact';

/** A column of a table. */
export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  readonly isNumber?: boolean;
  /** The address that sorts by this column, and how it is sorted now. */
  readonly sort?: { readonly href: string; readonly now?: 'ascending' | 'descending' | undefined };
}

interface DataTableProps<Row> {
  readonly id: string;
  readonly caption: string;
  readonly isCaptionVisible?: boolean;
  /** The first one names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** One card a row on narrow screens; otherwise the table scrolls in a region. */
  readonly hasCards?: boolean;
}

/** The table of every list: caption, headers with scope, sorting by links, cards when narrow. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { id, caption, columns, rows, keyOf, hasCards = false } = props;
  const captionId = `${id}-titre`;
  const region = hasCards
    ? {}
    : { role: 'region' as const, tabIndex: 0, 'aria-labelledby': captionId };
  return (
    <div class={hasCards ? 'app-table app-table--cards' : 'app-table'} {...region}>
      <table id={id}>
        <caption id={captionId} class={props.isCaptionVisible ? undefined : 'app-sr'}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, index) => (
                <Cell key={column.key} column={column} row={row} isHeader={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeaderCell<Row>({ column }: { readonly column: Column<Row> }) {
  const { label, sort, isNumber } = column;
  const order = sort?.now === 'ascending' ? 'décroissant' : 'croissant';
  return (
    <th scope="col" class={isNumber ? 'app-num' : undefined} aria-sort={sort?.now}>
      {label}
      {sort && (
        <a class="app-sort" href={sort.href}>
          <span class="app-sr">{`Trier par « ${label} », ordre ${order}`}</span>
        </a>
      )}
    </th>
  );
}

interface CellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly isHeader: boolean;
}

function Cell<Row>({ column, row, isHeader }: CellProps<Row>) {
  const content = column.cell(row);
  if (isHeader) return <th scope="row">{content}</th>;
  const shown = content === null || content === undefined || content === '' ? '–' : content;
  return (
    <td class={column.isNumber ? 'app-num' : undefined} data-label={column.label}>
      <div class="app-v">{shown}</div>
    </td>
  );
}
