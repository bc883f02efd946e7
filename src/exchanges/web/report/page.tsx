import { frenchNumber } from '../../../platform/french/index.js';
import {
  ActionForm,
  Alert,
  Badge,
  DataTable,
  Page,
  SummaryList,
  TitleBar,
  type Column,
} from '../../../platform/pages/index.js';
import type { Cause, ReportWords } from './presenter.js';

const CAUSES: readonly Column<Cause>[] = [
  { key: 'message', label: 'Ce qui ne va pas', cell: ({ message }) => message },
  { key: 'correction', label: 'Que faire', cell: ({ correction }) => correction },
  { key: 'column', label: 'Colonne', cell: ({ column }) => column && <code>{column}</code> },
  { key: 'count', label: 'Nombre', cell: ({ count }) => count, isNumber: true },
  { key: 'code', label: 'Code', cell: ({ code }) => <code class="app-break">{code}</code> },
];

/** The report of a file: what became of it, what to do first, causes, references. */
export function reportPage(words: ReportWords): Page {
  const content = (
    <>
      <TitleBar title={words.title} over={words.what}>
        <Badge {...words.state} />
      </TitleBar>
      <div {...(words.isRunning ? { 'data-refresh': 'yes' } : {})}>
        <Verdict {...words} />
        <Figures {...words} />
      </div>
      {words.todo.length > 0 && (
        <section>
          <h2>Que faire maintenant</h2>
          <ol class="app-steps">
            {words.todo.map(({ code, column, message, correction, count }) => (
              <li key={`${code} ${column}`}>{`${message} ${correction} (${count})`}</li>
            ))}
          </ol>
        </section>
      )}
      {words.causes.length > 0 && (
        <section>
          <h2>Causes</h2>
          <DataTable
            id="causes"
            caption="Causes des anomalies, avec le nombre de lignes"
            columns={CAUSES}
            rows={words.causes}
            keyOf={({ code, column, message }) => `${code} ${column} ${message}`}
            hasCards
          />
        </section>
      )}
      {words.hasRejects && (
        <p>
          <a href={`/echanges/${words.id}/rejets.csv`}>
            Télécharger les lignes rejetées à corriger (CSV)
          </a>
        </p>
      )}
      <References {...words} />
    </>
  );
  const crumbs = [{ href: '/echanges', label: 'Échanges de fichiers' }];
  return new Page(words.title, content, { crumbs });
}

function Verdict({ id, verdict, state, isRunning, toConfirm }: ReportWords) {
  const tone =
    state.tone === 'error' || state.tone === 'warning' || state.tone === 'success'
      ? state.tone
      : 'info';
  return (
    <Alert tone={tone} title={verdict}>
      {isRunning && (
        <p>
          Vous pouvez quitter cette page : le traitement continue.{' '}
          <a href={`/echanges/${id}`}>Actualiser l’avancement</a>
        </p>
      )}
      {toConfirm.length > 0 && (
        <div class="app-buttons">
          {toConfirm.map(({ code, message }) => (
            <ActionForm
              key={code}
              action={`/echanges/${id}/confirmation`}
              label={`Confirmer : ${message.replace(/\.$/, '')}`}
              kind="secondary"
              values={{ code }}
            />
          ))}
        </div>
      )}
    </Alert>
  );
}

function Figures({ figures }: ReportWords) {
  if (figures.length === 0) return null;
  return (
    <ul class="app-figures">
      {figures.map(([label, value]) => (
        <li key={label}>
          <strong>{frenchNumber(value)}</strong>
          {` ${label}`}
        </li>
      ))}
    </ul>
  );
}

function References({ receipt, report, sha256 }: ReportWords) {
  const facts = [
    { label: 'Accusé ou avis', value: receipt },
    { label: 'Compte rendu', value: report },
    { label: 'Empreinte SHA-256', value: <code class="app-break">{sha256}</code> },
  ];
  return (
    <section>
      <h2>Références</h2>
      <SummaryList facts={facts} />
    </section>
  );
}
