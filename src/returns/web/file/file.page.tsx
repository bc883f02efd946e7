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
import { RETURNS_PATH } from '../worklist/worklist-search.js';
import {
  lastChange,
  presentFile,
  type FilePresented,
  type ReturnAction,
} from './file.presenter.js';
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
          {view.answer !== null && <Facts id="reponse" title="Réponse" facts={view.answer} />}
          <Facts id="sortie" title="Sortie de l’unité" facts={view.exit} />
          <section aria-labelledby="historique-titre">
            <h2 id="historique-titre">Historique</h2>
            <Timeline entries={view.history} />
          </section>
        </div>
        <div class="app-two__side">
          <Facts id="jeune" title="Jeune" facts={view.person} />
          <Facts id="dossier" title="Retour" facts={view.facts} />
        </div>
      </div>
    </>
  );
}

interface FactsProps {
  readonly id: string;
  readonly title: string;
  readonly facts: FilePresented['facts'];
}

function Facts({ id, title, facts }: FactsProps) {
  return (
    <section aria-labelledby={`${id}-titre`}>
      <h2 id={`${id}-titre`}>{title}</h2>
      <SummaryList facts={facts} />
    </section>
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
      {view.actions.length > 0 && (
        <div class="app-buttons">
          {view.actions.map((action, index) => (
            <Action key={action.href} action={action} version={version} isFirst={index === 0} />
          ))}
        </div>
      )}
    </section>
  );
}

interface ActionProps {
  readonly action: ReturnAction;
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
