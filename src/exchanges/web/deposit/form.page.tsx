import { typeset } from '../../../platform/french/index.js';
import {
  CheckboxesField,
  EmptyState,
  ErrorSummary,
  FileField,
  Page,
  RadioField,
  SelectField,
  TitleBar,
  type FormErrors,
} from '../../../platform/pages/index.js';
import type { DepositChoice } from '../../domain/pending-deposit.js';
import type { DepositOffer } from './form.js';
import { choicesOf } from './presenter.js';

const TITLE = 'Déposer un fichier';
export const EXCHANGE_CRUMBS = [{ href: '/echanges', label: 'Échanges de fichiers' }];

interface DepositFormView {
  readonly offer: DepositOffer;
  readonly choice: DepositChoice;
  readonly errors?: FormErrors;
  readonly status?: number;
}

/** The form of a deposit: which file, and what it is. Nothing counts before it was looked at. */
export function depositFormPage({ offer, choice, errors = {}, status = 200 }: DepositFormView) {
  const content = (
    <>
      <ErrorSummary errors={errors} />
      <TitleBar title={TITLE} />
      <p>
        {typeset(
          'Le fichier est d’abord vérifié : vous voyez ce qu’il contient et ce qui ne va pas. Rien n’est déposé avant votre accord.',
        )}
      </p>
      <form method="post" action="/echanges/depot" encType="multipart/form-data" noValidate>
        <FileField
          name="fichier"
          label="Fichier CSV"
          hint={typeset(
            'Enregistré par un tableur ou votre logiciel, en CSV. Son nom n’a pas d’importance. Inutile pour un mois sans rien à transmettre ou une annulation.',
          )}
          accept=".csv,text/csv"
          error={errors['fichier']}
        />
        <ChoiceFields offer={offer} choice={choice} errors={errors} />
        <button class="fr-btn" type="submit">
          Vérifier le fichier
        </button>
      </form>
      <p>
        <a href="/echanges/formats">Colonnes et codes attendus, modèle à remplir</a>
      </p>
    </>
  );
  const isError = Object.keys(errors).length > 0;
  return new Page(TITLE, content, { crumbs: EXCHANGE_CRUMBS, isError, status });
}

/** What a person says of a file. */
export function ChoiceFields({ offer, choice, errors = {} }: DepositFormView) {
  const { flows, months, natures } = choicesOf(offer);
  return (
    <>
      {flows.length > 1 && (
        <SelectField
          name="flux"
          label="Ce que contient le fichier"
          groups={[{ title: null, choices: flows }]}
          value={choice.flow}
          error={errors['flux']}
        />
      )}
      {months.length > 1 ? (
        <SelectField
          name="mois"
          label="Mois concerné"
          groups={[{ title: null, choices: months }]}
          value={choice.period}
          error={errors['mois']}
        />
      ) : (
        <p>
          {typeset('Mois concerné : ')}
          <strong>{months[0]?.label}</strong>
        </p>
      )}
      <RadioField
        name="nature"
        label="Ce que vous déposez"
        choices={natures}
        value={choice.nature}
        error={errors['nature']}
      />
      <CheckboxesField
        name="essai"
        label="Essai"
        isOptional
        values={choice.mode === 'T' ? ['oui'] : []}
        choices={[
          {
            value: 'oui',
            label: 'Faire un essai',
            hint: 'Mêmes contrôles et même compte rendu, sans aucun effet.',
          },
        ]}
      />
    </>
  );
}

/** For an organisation that only receives. */
export function nothingToDepositPage() {
  const content = (
    <>
      <TitleBar title={TITLE} />
      <EmptyState title="Votre organisme n’envoie aucun fichier">
        <p>
          <a href="/echanges">Voir les échanges de fichiers</a>
        </p>
      </EmptyState>
    </>
  );
  return new Page(TITLE, content, { crumbs: EXCHANGE_CRUMBS });
}
