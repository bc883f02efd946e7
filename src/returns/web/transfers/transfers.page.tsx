import type { LocalDate } from '../../../kernel/index.js';
import { listedName } from '../../../people/index.js';
import { counted, shortDate, typeset } from '../../../platform/french/index.js';
import {
  Badge,
  DataTable,
  EmptyState,
  Page,
  TitleBar,
  TwoLines,
  type Column,
} from '../../../platform/pages/index.js';
import type { TransferView } from '../../http/transfer.view.js';
import { FILE_CRUMBS } from '../file/file.page.js';
import { TRANSFERS_PATH } from '../worklist/worklist-search.js';
import { reasonWords } from '../transfer-words.js';

const TITLE = 'Transferts proposés à votre mission locale';

const COLUMNS: readonly Column<TransferView>[] = [
  {
    key: 'jeune',
    label: 'Jeune',
    cell: ({ id, youngPerson, isMinor }) => (
      <>
        <a href={`${TRANSFERS_PATH}/${id}`}>{listedName(youngPerson)}</a>{' '}
        {isMinor && <Badge tone="error" label="Mineur" />}
      </>
    ),
  },
  { key: 'organisme', label: 'Proposé par', cell: ({ from }) => from.name },
  {
    key: 'sortie',
    label: 'Sortie',
    cell: ({ endsOn, unit }) => (
      <TwoLines under={unit.name}>{shortDate(endsOn as LocalDate)}</TwoLines>
    ),
  },
  { key: 'motif', label: 'Motif', cell: ({ reason }) => reasonWords(reason) },
  {
    key: 'reponse',
    label: 'Répondre',
    cell: ({ dueOn }) => `avant le ${shortDate(dueOn as LocalDate)}`,
  },
];

/** What others propose, the latest first. */
export function transfersPage(rows: readonly TransferView[], total: number): Page {
  const content = (
    <>
      <TitleBar title={TITLE} />
      <p>{counted(total, 'proposition', 'propositions')}</p>
      {rows.length === 0 ? (
        <EmptyState title="Aucune proposition">
          <p>{typeset('Les retours qu’une autre mission locale vous propose apparaîtront ici.')}</p>
        </EmptyState>
      ) : (
        <DataTable
          id="transferts"
          caption={TITLE}
          columns={[...COLUMNS]}
          rows={[...rows]}
          keyOf={({ id }) => id}
          hasCards
        />
      )}
    </>
  );
  return new Page('Transferts proposés', content, { crumbs: FILE_CRUMBS });
}
