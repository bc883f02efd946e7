import { typeset } from '../../../platform/french/index.js';
import {
  HistorySection,
  FactsSection,
  ActionButtons,
  ActionForm,
  Badge,
  Page,
  RefusedAct,
  TitleBar,
} from '../../../platform/pages/index.js';
import { RETURNS_PATH } from '../worklist/worklist-search.js';
import { lastChange, presentFile, type FilePresented } from './file.presenter.js';
import type { ReturnFile } from './return-files.js';

/** The trail above the pages of returns. */
export const FILE_CRUMBS = [{ href: RETURNS_PATH, label: 'Retours' }];

/** Why a page of an act is not shown: the return is past it. */
export const NOT_NOW = 'Cette action n’est pas possible dans la situation actuelle du retour.';

/** The page of a return. Its title names nobody: titles stay in the history of the browser. */
export function filePage(file: ReturnFile): Page {
  return new Page('Retour', fileContent(file, null), { crumbs: FILE_CRUMBS });
}

/** The same return after an act that came too late: who changed it, and what to do (409). */
export function changedFilePage(file: ReturnFile, reason: string): Page {
  return new Page('Retour', fileContent(file, reason), {
    crumbs: FILE_CRUMBS,
    status: 409,
    isError: true,
  });
}

function fileContent(file: ReturnFile, refusal: string | null) {
  const view = presentFile(file);
  return (
    <>
      <TitleBar title={view.name} over={view.over}>
        {view.marks.map(({ label, tone }) => (
          <Badge key={label} tone={tone} label={label} />
        ))}
      </TitleBar>
      {refusal !== null && <RefusedAct refusal={refusal} lastEvent={lastChange(file)} />}
      <div class="app-two">
        <div>
          <ToDo view={view} version={file.version} />
          {view.transfer !== null && (
            <FactsSection id="transfert" title="Transfert" facts={view.transfer.facts}>
              {view.transfer.withdrawHref !== null && (
                <ActionForm
                  action={view.transfer.withdrawHref}
                  label="Retirer la proposition"
                  kind="secondary"
                />
              )}
            </FactsSection>
          )}
          {view.answer !== null && (
            <FactsSection id="reponse" title="Réponse" facts={view.answer} />
          )}
          <FactsSection id="sortie" title="Sortie de l’unité" facts={view.exit} />
          {file.sections.map(({ id, title, facts }) => (
            <FactsSection key={id} id={id} title={title} facts={facts} />
          ))}
          <HistorySection entries={view.history} />
        </div>
        <div class="app-two__side">
          <FactsSection id="jeune" title="Jeune" facts={view.person} />
          <FactsSection id="dossier" title="Retour" facts={view.facts} />
        </div>
      </div>
    </>
  );
}

function ToDo({ view, version }: { readonly view: FilePresented; readonly version: number }) {
  const { title, text, isDue } = view.toDo;
  return (
    <section class={isDue ? 'app-todo' : undefined} aria-labelledby="a-faire-titre">
      <h2 class={isDue ? 'fr-h4' : undefined} id="a-faire-titre">
        {title}
      </h2>
      <p>{typeset(text)}</p>
      <ActionButtons actions={view.actions} version={version} />
    </section>
  );
}
