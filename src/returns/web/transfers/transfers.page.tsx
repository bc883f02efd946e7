import { daysBetween, type LocalDate } from '../../../kernel/index.js';
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
import { RETURNS_PATH, TRANSFERS_PATH } from '../worklist/worklist-search.js';
import { reasonWords } from '../transfer-words.js';

const TITLE = 'Transferts proposés';

/** Proposals that wait for an answer, and how many there are in all. */
export interface WaitingTransfers {
  readonly rows: readonly TransferView[];
  readonly total: number;
}

interface TransfersProps {
  /** Null for a unit, to which none is made. */
  readonly received: WaitingTransfers | null;
  readonly sent: WaitingTransfers;
  readonly today: LocalDate;
}

/** What others propose, then what one proposed oneself: the latest first. */
export function transfersPage({ received, sent, today }: TransfersProps): Page {
  const content = (
    <>
      <TitleBar title={TITLE} />
      {received && (
        <Proposals
          id="recus"
          title="Proposés à votre mission locale"
          columns={columnsOf('Proposé par', ({ from }) => from.name, TRANSFERS_PATH, null)}
          empty="Les retours qu’un autre organisme vous propose apparaîtront ici."
          {...received}
        />
      )}
      <Proposals
        id="envoyes"
        title="Proposés par votre organisme, sans réponse"
        columns={columnsOf('Proposé à', ({ to }) => to.name, RETURNS_PATH, today)}
        empty="Les retours que vous proposez à une autre mission locale apparaîtront ici jusqu’à sa réponse. Vous les suivez jusque-là."
        {...sent}
      />
    </>
  );
  return new Page(TITLE, content, { crumbs: FILE_CRUMBS });
}

interface ProposalsProps extends WaitingTransfers {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column<TransferView>[];
  readonly empty: string;
}

function Proposals({ id, title, columns, empty, rows, total }: ProposalsProps) {
  return (
    <section aria-labelledby={`${id}-titre`}>
      <h2 id={`${id}-titre`}>{title}</h2>
      <p>{counted(total, 'proposition', 'propositions')}</p>
      {rows.length === 0 ? (
        <EmptyState title="Aucune proposition">
          <p>{typeset(empty)}</p>
        </EmptyState>
      ) : (
        <DataTable
          id={`transferts-${id}`}
          caption={title}
          columns={[...columns]}
          rows={[...rows]}
          keyOf={({ id: transferId }) => transferId}
          hasCards
        />
      )}
    </section>
  );
}

/** @param today of whoever waits; null for whoever has to answer */
function columnsOf(
  side: string,
  nameOf: (view: TransferView) => string,
  path: string,
  today: LocalDate | null,
): Column<TransferView>[] {
  return [
    {
      key: 'jeune',
      label: 'Jeune',
      cell: ({ id, returnId, youngPerson, isMinor }) => (
        <>
          <a href={`${path}/${today === null ? id : (returnId ?? '')}`}>
            {listedName(youngPerson)}
          </a>{' '}
          {isMinor && <Badge tone="error" label="Mineur" />}
        </>
      ),
    },
    { key: 'organisme', label: side, cell: nameOf },
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
      label: today === null ? 'Répondre' : 'Réponse attendue',
      cell: ({ dueOn }) => (
        <TwoLines under={today === null ? '' : reminderOf(dueOn as LocalDate, today)}>
          {`avant le ${shortDate(dueOn as LocalDate)}`}
        </TwoLines>
      ),
    },
  ];
}

/** From the day before the last one, whoever waits is told to ask again. */
function reminderOf(dueOn: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, dueOn);
  if (days > 1) return '';
  if (days < 0) return 'Date passée : relancez ou proposez à une autre';
  return days === 0 ? 'À relancer : dernier jour' : 'À relancer : demain, dernier jour';
}
