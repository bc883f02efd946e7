import {
  ActionForm,
  Alert,
  Badge,
  DataTable,
  ErrorSummary,
  Page,
  SummaryList,
  TitleBar,
  TwoLines,
  type Column,
  type FormErrors,
} from '../../../platform/pages/index.js';
import type { DepositChoice } from '../../domain/pending-deposit.js';
import { ChoiceFields, EXCHANGE_CRUMBS } from './form.page.js';
import type { DepositOffer } from './form.js';
import type { PreviewCause, PreviewLine, PreviewWords } from './presenter.js';

const TITLE = 'Vérifier avant de déposer';
const CRUMBS = [...EXCHANGE_CRUMBS, { href: '/echanges/depot', label: 'Déposer un fichier' }];

const CAUSES: readonly Column<PreviewCause>[] = [
  {
    key: 'message',
    label: 'Ce qui ne va pas, et que faire',
    cell: ({ message, correction }) => <TwoLines under={correction}>{message}</TwoLines>,
  },
  { key: 'gravity', label: 'Gravité', cell: ({ gravity }) => <Badge {...gravity} /> },
  { key: 'column', label: 'Colonne', cell: ({ column }) => column && <code>{column}</code> },
  { key: 'count', label: 'Nombre', cell: ({ count }) => count, isNumber: true },
];

const LINES: readonly Column<PreviewLine>[] = [
  { key: 'line', label: 'Ligne', cell: ({ line }) => <span class="app-nowrap">{line}</span> },
  { key: 'gravity', label: 'Gravité', cell: ({ gravity }) => <Badge {...gravity} /> },
  { key: 'column', label: 'Colonne', cell: ({ column }) => column && <code>{column}</code> },
  {
    key: 'value',
    label: 'Valeur reçue',
    cell: ({ value }) => <code class="app-value">{value}</code>,
  },
  {
    key: 'message',
    label: 'Problème et correction',
    cell: ({ message, correction }) => <TwoLines under={correction}>{message}</TwoLines>,
  },
];

interface PreviewView {
  readonly id: string;
  readonly words: PreviewWords;
  readonly offer: DepositOffer;
  readonly choice: DepositChoice;
  readonly errors?: FormErrors;
}

/** What a file is and what would become of it; the person then deposits it or not. */
export function previewPage({ id, words, offer, choice, errors = {} }: PreviewView): Page {
  const { verdict, facts, causes, lines, more, isRefused } = words;
  const here = `/echanges/depot/${id}`;
  const content = (
    <>
      <ErrorSummary errors={errors} />
      <TitleBar title={TITLE} />
      <Alert tone={verdict.tone} title={verdict.title}>
        <p>{verdict.text}</p>
      </Alert>
      <div class="app-buttons">
        {!isRefused && <ActionForm action={here} label={words.button} />}
        <a class="fr-btn fr-btn--secondary" href="/echanges/depot">
          Choisir un autre fichier
        </a>
        <ActionForm action={`${here}/abandon`} label="Abandonner" kind="tertiary" />
      </div>
      <section>
        <h2>Ce que contient le fichier</h2>
        <SummaryList
          facts={facts.map(([label, value]) => ({
            label,
            value: <span class="app-break">{value}</span>,
          }))}
        />
      </section>
      <Findings causes={causes} lines={lines} more={more} />
      <Otherwise here={here} offer={offer} choice={choice} errors={errors} isOpen={isRefused} />
      <p class="fr-hint-text">
        Ce qui dépend des dossiers (références, étapes déjà franchies, identités) est contrôlé après
        le dépôt. Ce fichier est gardé une heure, chiffré, puis effacé s’il n’est pas déposé.
      </p>
    </>
  );
  const isError = Object.keys(errors).length > 0;
  return new Page(TITLE, content, { crumbs: CRUMBS, isError, status: isError ? 422 : 200 });
}

function Findings({ causes, lines, more }: Pick<PreviewWords, 'causes' | 'lines' | 'more'>) {
  return (
    <>
      {causes.length > 0 && (
        <section>
          <h2>Ce qui ne va pas</h2>
          <DataTable
            id="causes"
            caption="Causes, avec le nombre de lignes"
            columns={CAUSES}
            rows={causes}
            keyOf={({ key }) => key}
            hasCards
          />
        </section>
      )}
      {lines.length > 0 && (
        <section>
          <h2>Premières lignes concernées</h2>
          <DataTable
            id="lignes"
            caption="Premières anomalies, ligne par ligne"
            columns={LINES}
            rows={lines}
            keyOf={({ key }) => key}
            hasCards
          />
          {more !== null && <p>{`Et ${more}, toutes dans le compte rendu.`}</p>}
        </section>
      )}
    </>
  );
}

interface OtherwiseProps extends Pick<PreviewView, 'offer' | 'choice' | 'errors'> {
  readonly here: string;
  readonly isOpen: boolean;
}

/** The same bytes said to be something else: nothing is sent over the line again. */
function Otherwise({ here, offer, choice, errors = {}, isOpen }: OtherwiseProps) {
  return (
    <details class="app-donnees" open={isOpen || Object.keys(errors).length > 0}>
      <summary>Ce fichier est autre chose ?</summary>
      <form method="post" action={`${here}/choix`} noValidate>
        <ChoiceFields offer={offer} choice={choice} errors={errors} />
        <button class="fr-btn fr-btn--secondary" type="submit">
          Vérifier de nouveau
        </button>
      </form>
    </details>
  );
}
