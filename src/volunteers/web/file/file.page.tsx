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
import { SERVICE_CRUMBS } from '../volunteer-words.js';
import { lastChange, presentFile, type FilePresented } from './file.presenter.js';
import type { VolunteerFile } from './volunteer-files.js';

/** Why a page of an act is not shown: the service is past it. */
export const NOT_NOW = 'Cette action n’est pas possible dans la situation actuelle du volontaire.';

/** The page of a service. Its title names nobody: titles stay in the history of the browser. */
export function filePage(file: VolunteerFile): Page {
  return new Page('Volontaire', fileContent(file, null), { crumbs: SERVICE_CRUMBS });
}

/** The same service after an act that came too late: who changed it, and what to do (409). */
export function changedFilePage(file: VolunteerFile, reason: string): Page {
  return new Page('Volontaire', fileContent(file, reason), {
    crumbs: SERVICE_CRUMBS,
    status: 409,
    isError: true,
  });
}

function fileContent(file: VolunteerFile, refusal: string | null) {
  const view = presentFile(file);
  return (
    <>
      <TitleBar title={view.name} over={view.over}>
        <Badge tone={view.state.tone} label={view.state.label} />
      </TitleBar>
      {refusal !== null && <RefusedAct refusal={refusal} lastEvent={lastChange(file)} />}
      <div class="app-two">
        <div>
          <ToDo view={view} />
          {view.exit !== null && (
            <FactsSection id="sortie" title={view.exitTitle} facts={view.exit} />
          )}
          {file.sections.map(({ id, title, facts }) => (
            <FactsSection key={id} id={id} title={title} facts={facts} />
          ))}
          <HistorySection entries={view.history} />
        </div>
        <div class="app-two__side">
          <FactsSection id="service" title="Service" facts={view.service} />
          <FactsSection id="jeune" title="Jeune" facts={view.person} />
        </div>
      </div>
    </>
  );
}

function ToDo({ view }: { readonly view: FilePresented }) {
  if (view.actions.length === 0) return <p>{typeset(view.toDo)}</p>;
  return (
    <section class="app-todo" aria-labelledby="a-faire-titre">
      <h2 class="fr-h4" id="a-faire-titre">
        À faire
      </h2>
      <p>{typeset(view.toDo)}</p>
      <ActionButtons actions={view.actions} />
    </section>
  );
}
