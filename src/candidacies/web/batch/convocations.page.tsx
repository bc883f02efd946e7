import type { LocalDate } from '../../../kernel/index.js';
import { counted, frenchNumber, longDate } from '../../../platform/french/index.js';
import {
  DataTable,
  EmptyState,
  Page,
  Pagination,
  TitleBar,
  type Column,
} from '../../../platform/pages/index.js';
import { WORKLIST_PAGE_SIZE } from '../../use-cases/consult-unit-worklist.js';
import type { ConvocationDay } from '../../use-cases/ports.js';
import { FILE_CRUMBS } from '../file/file.page.js';
import { hrefOf, readSearch } from '../worklist/worklist-search.js';
import { BATCH_PATH } from './batch.presenter.js';

interface ConvocationsProps {
  readonly days: readonly ConvocationDay[];
  readonly total: number;
  readonly page: number;
}

const TITLE = 'Résultats par convocation';

const COLUMNS: readonly Column<ConvocationDay>[] = [
  { key: 'jour', label: 'Convocation du', cell: ({ on }) => <DayLink on={on} /> },
  {
    key: 'attendus',
    label: 'Candidats sans résultat',
    cell: ({ waiting }) => frenchNumber(waiting),
    isNumber: true,
  },
];

function DayLink({ on }: { readonly on: LocalDate }) {
  return <a href={`${BATCH_PATH}/${on}`}>{longDate(on)}</a>;
}

/** The days of convocation on which somebody waits for an outcome, the oldest first. */
export function convocationsPage({ days, total, page }: ConvocationsProps): Page {
  const pages = Math.max(1, Math.ceil(total / WORKLIST_PAGE_SIZE));
  const content = (
    <div class="app-column">
      <TitleBar title={TITLE} />
      {days.length === 0 ? (
        <EmptyState title="Aucun résultat à saisir">
          <p>Les candidats que vous convoquerez apparaîtront ici, par jour de convocation.</p>
        </EmptyState>
      ) : (
        <>
          <p>Choisissez un jour : vous saisirez les résultats de ce jour sur une seule page.</p>
          <p class="app-results__count">{counted(total, 'convocation', 'convocations')}</p>
          <DataTable
            id="convocations"
            caption="Jours de convocation, du plus ancien au plus récent"
            columns={COLUMNS}
            rows={days}
            keyOf={({ on }) => on}
          />
        </>
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(number) => (number === 1 ? BATCH_PATH : `${BATCH_PATH}?page=${number}`)}
      />
      <p>
        <a href={hrefOf(readSearch({}), { tab: 'resultat' })}>Voir la liste des candidatures</a>
      </p>
    </div>
  );
  return new Page(pages > 1 ? `${TITLE} – page ${page} sur ${pages}` : TITLE, content, {
    crumbs: FILE_CRUMBS,
  });
}
