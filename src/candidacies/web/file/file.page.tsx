import { typeset } from '../../../platform/french/index.js';
import {
  ActionForm,
  Badge,
  buttonClass,
  Page,
  RefusedAct,
  SummaryList,
  Timeline,
  TitleBar,
} from '../../../platform/pages/index.js';
import { WORKLIST_PATH } from '../worklist/worklist-search.js';
import type { CandidacyFile } from './candidacy-files.js';
import { lastChange, presentFile, type FileAction, type FilePresented } from './file.presenter.js';

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
            <section aria-labelledby="resultat-titre">
              <h2 id="resultat-titre">Résultat</h2>
              <SummaryList facts={view.outcome} />
            </section>
          )}
          <section aria-labelledby="historique-titre">
            <h2 id="historique-titre">Historique</h2>
            <Timeline entries={view.history} />
          </section>
        </div>
        <div class="app-two__side">
          <section aria-labelledby="dossier-titre">
            <h2 id="dossier-titre">Dossier</h2>
            <SummaryList facts={view.facts} />
          </section>
          <section aria-labelledby="jeune-titre">
            <h2 id="jeune-titre">Jeune</h2>
            <SummaryList facts={view.person} />
          </section>
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
      <div class="app-buttons">
        {view.actions.map((action, index) => (
          <Action key={action.href} action={action} version={version} isFirst={index === 0} />
        ))}
      </div>
    </section>
  );
}

interface ActionProps {
  readonly action: FileAction;
  readonly version: number;
  readonly isFirst: boolean;
}

function Action({ action: { href, label, isAtOnce }, version, isFirst }: ActionProps) {
  const kind = isFirst ? 'primary' : 'secondary';
  if (isAtOnce) {
    return (
      <ActionForm action={href} label={label} kind={kind} values={{ version: String(version) }} />
    );
  }
  return (
    <a class={buttonClass(kind)} href={href}>
      {label}
    </a>
  );
}
