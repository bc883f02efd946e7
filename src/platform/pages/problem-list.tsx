import type { ProblemDescription } from '../http/index.js';
import { DataTable } from './kit/data-table.js';
import { TitleBar } from './kit/title-bar.js';
import { Page } from './page.js';

const LIST_PATH = '/problems';
const LIST_TITLE = 'Codes d’erreur';
const LIST_CRUMBS = [{ href: LIST_PATH, label: LIST_TITLE }];

/** One code explained to a person. */
export function problemWordsPage({ code, status, title, about }: ProblemDescription): Page {
  const content = (
    <div class="app-column">
      <TitleBar title={title} />
      <p>{about}</p>
      <p>
        {'Code : '}
        <code>{code}</code>
        {` – statut HTTP : ${status}`}
      </p>
    </div>
  );
  return new Page(title, content, { crumbs: LIST_CRUMBS });
}

/** All codes, each with the address that explains it. */
export function problemListPage(problems: readonly ProblemDescription[]): Page {
  const content = (
    <>
      <TitleBar title={LIST_TITLE} />
      <DataTable
        id="codes"
        caption="Codes d’erreur, avec leur sens"
        columns={[
          {
            key: 'code',
            label: 'Code',
            cell: ({ code }: ProblemDescription) => (
              <a href={`${LIST_PATH}/${encodeURIComponent(code)}`}>{code}</a>
            ),
          },
          { key: 'title', label: 'Sens', cell: ({ title }) => title },
          { key: 'status', label: 'Statut HTTP', cell: ({ status }) => String(status) },
        ]}
        rows={problems}
        keyOf={({ code }) => code}
        hasCards
      />
    </>
  );
  return new Page(LIST_TITLE, content);
}
