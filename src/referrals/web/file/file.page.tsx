import { typeset } from '../../../platform/french/index.js';
import {
  HistorySection,
  FactsSection,
  ActionButtons,
  Badge,
  buttonClass,
  ErrorSummary,
  Page,
  RefusedAct,
  SelectField,
  SummaryList,
  TitleBar,
  type FormErrors,
} from '../../../platform/pages/index.js';
import { OPENING_REASONS } from '../../domain/code-lists.js';
import { ReferAgain } from '../refer/again/refer-again.js';
import { NextStep } from '../people/path/path.js';
import { Support } from '../support/support.js';
import { WORKLIST_PATH } from '../worklist/worklist-search.js';
import { lastChange, presentFile, type FilePresented } from './file.presenter.js';
import type { ReferralFile } from './referral-files.js';

/** The trail above the pages of referrals. */
export const FILE_CRUMBS = [{ href: WORKLIST_PATH, label: 'Orientations' }];

/** The page of a referral. Its title names nobody: titles stay in the history of the browser. */
export function filePage(file: ReferralFile): Page {
  return new Page('Orientation', <File file={file} />, { crumbs: FILE_CRUMBS });
}

/** The same, when a conclusion was asked for without saying why (422). */
export function unreasonedFilePage(file: ReferralFile, errors: FormErrors): Page {
  return new Page('Orientation', <File file={file} errors={errors} />, {
    crumbs: FILE_CRUMBS,
    status: 422,
    isError: true,
  });
}

/** The same referral after an act that is no longer possible: who changed it, and what to do (409). */
export function changedFilePage(file: ReferralFile, refusal: string): Page {
  return new Page('Orientation', <File file={file} refusal={refusal} />, {
    crumbs: FILE_CRUMBS,
    status: 409,
    isError: true,
  });
}

interface FileProps {
  readonly file: ReferralFile;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

function File({ file, errors = {}, refusal }: FileProps) {
  const view = presentFile(file);
  return (
    <>
      <ErrorSummary errors={errors} />
      <TitleBar title={view.name} over={view.over}>
        <Badge tone={view.state.tone} label={view.state.label} />
      </TitleBar>
      {refusal !== undefined && <RefusedAct refusal={refusal} lastEvent={lastChange(file)} />}
      <div class="app-two">
        <div>
          <ToDo view={view} />
          {file.step !== null && <NextStep step={file.step} />}
          {view.again !== null && <ReferAgain id={file.view.id} label={view.again} />}
          {view.outcome !== null && (
            <section aria-labelledby="reponse-titre">
              <h2 id="reponse-titre">Réponse de l’unité</h2>
              <SummaryList facts={view.outcome} />
              {file.conclusion === 'asks-reason' && (
                <Opening id={file.view.id} error={errors['motif']} />
              )}
              {file.conclusion === 'not-released' && (
                <p>L’unité n’ouvre pas d’autre conclusion à votre mission locale.</p>
              )}
            </section>
          )}
          <HistorySection entries={view.history} />
        </div>
        <div class="app-two__side">
          <FactsSection id="dossier" title="Dossier" facts={view.facts} />
          <FactsSection id="prerequis" title="Prérequis" facts={view.checklist}>
            <p>Aucune pièce n’est gardée ici.</p>
          </FactsSection>
          <Support section={file.support} />
          <section aria-labelledby="jeune-titre">
            <h2 id="jeune-titre">Jeune</h2>
            <SummaryList facts={view.person} />
            {view.personHref !== null && (
              <p>
                <a href={view.personHref}>Voir toutes les orientations de ce jeune</a>
              </p>
            )}
          </section>
        </div>
      </div>
    </>
  );
}

function ToDo({ view: { toDo, actions } }: { readonly view: FilePresented }) {
  return (
    <section class={toDo.isDue ? 'app-todo' : undefined} aria-labelledby="a-faire-titre">
      <h2 class={toDo.isDue ? 'fr-h4' : undefined} id="a-faire-titre">
        {toDo.title}
      </h2>
      <p>{typeset(toDo.text)}</p>
      <ActionButtons actions={actions} isDue={toDo.isDue} />
    </section>
  );
}

const REASONS = OPENING_REASONS.values.map(({ code, label }) => ({ value: code, label }));

/** Sent, not linked: opening leaves a trace, so that nothing may open by itself. */
function Opening({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  return (
    <form method="post" action={`${WORKLIST_PATH}/${id}/conclusion`} noValidate>
      <SelectField
        name="motif"
        label="Motif d’ouverture de la conclusion"
        hint="L’ouverture et son motif sont enregistrés."
        emptyLabel="Choisissez un motif"
        groups={[{ title: null, choices: REASONS }]}
        error={error}
      />
      <button class={buttonClass('secondary')} type="submit">
        Ouvrir la conclusion
      </button>
    </form>
  );
}
