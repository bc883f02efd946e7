import { typeset } from '../../../platform/french/index.js';
import {
  DataTable,
  EmptyState,
  Page,
  Pagination,
  TitleBar,
  TwoLines,
  type Column,
} from '../../../platform/pages/index.js';
import { CONSISTENCY_PATH } from '../exception-words.js';
import type { ExceptionLine, ExceptionListPresented } from './list.presenter.js';

/** The page of the exceptions that an organisation can repair. */
export function exceptionsPage(view: ExceptionListPresented, page: number): Page {
  const content = (
    <>
      <TitleBar title="Suivis à reprendre" />
      <p>
        {typeset(
          'Chaque jeune a un organisme qui le suit, une prochaine action et une date. Voici ceux pour qui il en manque, ou pour qui il y en a deux. Chaque ligne disparaît dès que l’action est faite.',
        )}
      </p>
      <div class="app-results">
        <p class="app-results__count">{view.total}</p>
      </div>
      {view.lines.length === 0 ? (
        <EmptyState title="Rien à reprendre">
          <p>{typeset('Tous les suivis de votre organisme sont en ordre.')}</p>
        </EmptyState>
      ) : (
        <DataTable
          id="suivis"
          caption="Suivis à reprendre"
          columns={COLUMNS}
          rows={view.lines}
          keyOf={({ id }) => id}
          hasCards
        />
      )}
      <Pagination
        page={page}
        pages={view.pages}
        hrefOf={(one) => (one === 1 ? CONSISTENCY_PATH : `${CONSISTENCY_PATH}?page=${one}`)}
      />
    </>
  );
  return new Page(view.title, content);
}

const COLUMNS: Column<ExceptionLine>[] = [
  { key: 'jeune', label: 'Jeune', cell: ({ href, name }) => <a href={href}>{name}</a> },
  { key: 'constat', label: 'Constat', cell: ({ label }) => typeset(label) },
  {
    key: 'depuis',
    label: 'Date',
    cell: ({ since, lasts }) => <TwoLines under={lasts}>{since}</TwoLines>,
  },
  { key: 'action', label: 'Que faire', cell: ({ repair }) => typeset(repair) },
];
