import { typeset } from '../../../platform/french/index.js';
import {
  HistorySection,
  FactsSection,
  ActionButtons,
  Badge,
  Page,
  RefusedAct,
  TitleBar,
} from '../../../platform/pages/index.js';
import { WORKLIST_PATH } from '../worklist/worklist-search.js';
import type { CandidacyFile } from './candidacy-files.js';
import { lastChange, presentFile, type FilePresented } from './file.presenter.js';

/** Why a page of an act is not shown: the file is past it. */
export const NOT_NOW = 'Cette action n’est pas possible dans l’état actuel de la candidature.';

/** The trail above the pages of files. */
export const FILE_CRUMBS = [{ href: WORKLIST_PATH, label: 'Candidatures' }];

/** The page of a file. Its title names nobody: titles stay in the history of the browser. */
export function filePage(file: CandidacyFile): Page {
  return new Page('Candidature', fileContent(file, null), { crumbs: FILE_CRUMBS });
}

/** The same file after an act that came too late: who changed it, and what to do (409). */
export function changedFilePage(file: CandidacyFile, reason: string): Page {
  return new Page('Candidature', fileContent(file, reason), {
    crumbs: FILE_CRUMBS,
    status: 409,
    isError: true,
  });
}

function fileContent(file: CandidacyFile, refusal: string | null) {
  const view = presentFile(file);
  return (
    <>
      <TitleBar title={view.name} over={view.over}>
        <Badge tone={view.state.tone} label={view.state.label} />
      </TitleBar>
      {refusal !== null && <RefusedAct refusal={refusal} lastEvent={lastChange(file)} />}
      <div class="app-two">
        <div>
          <ToDo view={view} version={file.version} />
          {view.outcome !== null && (
            <FactsSection id="resultat" title="Résultat" facts={view.outcome} />
          )}
          {file.service !== null && (
            <p>
              <a class="fr-btn fr-btn--secondary" href={file.service.href}>
                {file.service.label}
              </a>
            </p>
          )}
          <HistorySection entries={view.history} />
        </div>
        <div class="app-two__side">
          <FactsSection id="dossier" title="Dossier" facts={view.facts} />
          <FactsSection id="jeune" title="Jeune" facts={view.person} />
          {file.lookalikesHref !== null && (
            <p>
              <a href={file.lookalikesHref}>Chercher une fiche en double</a>
            </p>
          )}
        </div>
      </div>
    </>
  );
}

function ToDo({ view, version }: { readonly view: FilePresented; readonly version: number }) {
  if (view.actions.length === 0) return <p>{typeset(view.toDo)}</p>;
  return (
    <section class="app-todo" aria-labelledby="a-faire-titre">
      <h2 class="fr-h4" id="a-faire-titre">
        À faire
      </h2>
      <p>{typeset(view.toDo)}</p>
      <ActionButtons actions={view.actions} version={version} />
    </section>
  );
}
