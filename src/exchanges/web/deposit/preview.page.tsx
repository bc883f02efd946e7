import {
  ActionForm,
  Alert,
  ErrorSummary,
  Page,
  SummaryList,
  TitleBar,
  type FormErrors,
} from '../../../platform/pages/index.js';
import type { DepositChoice } from '../../domain/pending-deposit.js';
import { ChoiceFields, EXCHANGE_CRUMBS } from './form.page.js';
import type { DepositOffer } from './form.js';
import { Findings } from '../findings/tables.js';
import type { PreviewWords } from './presenter.js';

const TITLE = 'Vérifier avant de déposer';
const CRUMBS = [...EXCHANGE_CRUMBS, { href: '/echanges/depot', label: 'Déposer un fichier' }];

interface PreviewView {
  readonly id: string;
  /** Of what is shown: the deposit is of that and of nothing else. */
  readonly version: string;
  readonly words: PreviewWords;
  readonly offer: DepositOffer;
  readonly choice: DepositChoice;
  readonly errors?: FormErrors;
}

/** What a file is and what would become of it; the person then deposits it or not. */
export function previewPage(view: PreviewView): Page {
  const { id, version, words, errors = {} } = view;
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
        {!isRefused && <ActionForm action={here} label={words.button} values={{ version }} />}
        <a class="fr-btn fr-btn--secondary" href="/echanges/depot">
          {words.isMade ? 'Revenir au dépôt' : 'Choisir un autre fichier'}
        </a>
        <ActionForm action={`${here}/abandon`} label="Abandonner" kind="tertiary" />
      </div>
      <section>
        <h2>{words.isMade ? 'Ce que vous déclarez' : 'Ce que contient le fichier'}</h2>
        <SummaryList
          facts={facts.map(([label, value]) => ({
            label,
            value: <span class="app-break">{value}</span>,
          }))}
        />
      </section>
      <Findings causes={causes} lines={lines} more={more} />
      {!words.isMade && <Kept {...view} />}
    </>
  );
  const isError = Object.keys(errors).length > 0;
  return new Page(TITLE, content, { crumbs: CRUMBS, isError, status: isError ? 422 : 200 });
}

/** The file may be said to be something else, as long as it is kept. */
function Kept({ id, words, offer, choice, errors = {} }: PreviewView) {
  const here = `/echanges/depot/${id}`;
  if (!words.isKept) {
    return (
      <p class="fr-hint-text">
        Le contenu de ce fichier n’a pas été gardé : retirez la colonne interdite, puis choisissez
        le fichier corrigé.
      </p>
    );
  }
  return (
    <>
      <Otherwise
        here={here}
        offer={offer}
        choice={choice}
        errors={errors}
        isOpen={words.isRefused}
      />
      <p class="fr-hint-text">
        Ce qui dépend des dossiers (références, étapes déjà franchies, identités) est contrôlé après
        le dépôt. Ce fichier est gardé une heure, chiffré, puis effacé s’il n’est pas déposé.
      </p>
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
