import { typeset } from '../../../platform/french/index.js';
import {
  HistorySection,
  ActionButtons,
  Badge,
  Page,
  RefusedAct,
  SummaryList,
  TitleBar,
} from '../../../platform/pages/index.js';
import { CEJ_PATH } from '../cej-words.js';
import type { ContractFile } from './contract-files.js';
import { lastChange, presentContract, type ContractPresented } from './contract.presenter.js';

/** The trail above the pages of contracts. */
export const CONTRACT_CRUMBS = [{ href: CEJ_PATH, label: 'CEJ et PACEA' }];

/** The page of a contract. Its title names nobody: titles stay in the history of the browser. */
export function contractPage(file: ContractFile): Page {
  return new Page('Contrat', <Contract file={file} />, { crumbs: CONTRACT_CRUMBS });
}

/** The same contract after an act that is no longer possible: who changed it, and what to do (409). */
export function changedContractPage(file: ContractFile, refusal: string): Page {
  return new Page('Contrat', <Contract file={file} refusal={refusal} />, {
    crumbs: CONTRACT_CRUMBS,
    status: 409,
    isError: true,
  });
}

interface ContractProps {
  readonly file: ContractFile;
  readonly refusal?: string;
}

function Contract({ file, refusal }: ContractProps) {
  const view = presentContract(file);
  return (
    <>
      <TitleBar title={view.name} over={view.over}>
        <Badge tone={view.standing.tone} label={view.standing.label} />
      </TitleBar>
      {refusal !== undefined && <RefusedAct refusal={refusal} lastEvent={lastChange(file)} />}
      <div class="app-two">
        <div>
          <ToWatch view={view} />
          {view.extension !== null && (
            <section aria-labelledby="prolongation-titre">
              <h2 id="prolongation-titre">Prolongation calculée</h2>
              <SummaryList facts={view.extension.facts} />
              <p>{typeset(view.extension.rule)}</p>
            </section>
          )}
          <HistorySection entries={view.history} />
        </div>
        <div class="app-two__side">
          <section aria-labelledby="contrat-titre">
            <h2 id="contrat-titre">Contrat</h2>
            <SummaryList facts={view.facts} />
            <p>{typeset('Passerelle ne calcule ni ne garde aucune allocation.')}</p>
          </section>
          <section aria-labelledby="service-titre">
            <h2 id="service-titre">Service dans une unité</h2>
            {view.services.length === 0 ? (
              <p>Aucune unité n’a incorporé ce jeune.</p>
            ) : (
              <SummaryList facts={view.services} />
            )}
            <p>
              <a href={view.personHref}>Voir la fiche de ce jeune</a>
            </p>
          </section>
        </div>
      </div>
    </>
  );
}

function ToWatch({ view: { warnings, actions } }: { readonly view: ContractPresented }) {
  const isDue = warnings.length > 0;
  return (
    <section class={isDue ? 'app-todo' : undefined} aria-labelledby="surveiller-titre">
      <h2 class={isDue ? 'fr-h4' : undefined} id="surveiller-titre">
        {isDue ? 'À surveiller' : 'Et maintenant'}
      </h2>
      {isDue ? (
        <ul>
          {warnings.map((warning) => (
            <li key={warning}>{typeset(warning)}</li>
          ))}
        </ul>
      ) : (
        <p>Rien n’est à surveiller pour l’instant.</p>
      )}
      <ActionButtons actions={actions} isDue={false} />
    </section>
  );
}
