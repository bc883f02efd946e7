import { frenchNumber } from '../../../platform/french/index.js';
import {
  ActionForm,
  Alert,
  Badge,
  Page,
  SummaryList,
  TitleBar,
} from '../../../platform/pages/index.js';
import { Findings } from '../findings/tables.js';
import type { ReportWords } from './presenter.js';

/** The report of a file: what became of it, what to do, causes, first lines, references. */
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
      <Steps {...words} />
      <Findings {...words} />
      {words.hasTable && (
        <p>
          <a href={`/echanges/${words.id}/compte-rendu.csv`} download>
            Télécharger le compte rendu entier (CSV)
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

/** What an operator does next, in its order; nothing for whoever may do none of it. */
function Steps({ id, rejects, depositHref }: ReportWords) {
  if (depositHref === null) return null;
  return (
    <section>
      <h2>Que faire maintenant</h2>
      <ol class="app-steps">
        {rejects !== null && (
          <li>
            <a href={`/echanges/${id}/rejets`}>{`Voir les lignes à corriger (${rejects})`}</a>
            <span class="app-under">
              Ou les{' '}
              <a href={`/echanges/${id}/rejets.csv`} download>
                télécharger avec leurs motifs (CSV)
              </a>
            </span>
          </li>
        )}
        <li>
          Corriger dans votre logiciel ou dans le fichier. Une ligne qui ne peut pas être corrigée
          peut être supprimée.
        </li>
        <li>
          <a class="fr-btn" href={depositHref}>
            Déposer le fichier corrigé
          </a>
        </li>
      </ol>
    </section>
  );
}

function References({ references }: ReportWords) {
  const facts = references.map(([label, value]) => ({
    label,
    value: value === null ? null : <span class="app-break">{value}</span>,
  }));
  return (
    <section>
      <h2>Références</h2>
      <SummaryList facts={facts} />
    </section>
  );
}
