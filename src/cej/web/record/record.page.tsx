import { listedName, type PersonRecord } from '../../../people/index.js';
import { typeset } from '../../../platform/french/index.js';
import {
  ErrorSummary,
  Page,
  RadioField,
  TitleBar,
  type FormErrors,
  type FormValues,
} from '../../../platform/pages/index.js';
import { CONTRACT_SCHEMES } from '../../domain/code-lists.js';
import { ContractDatesFields } from '../act/contract-dates-fields.js';
import { recordPath } from '../cej-words.js';

const SCHEMES = CONTRACT_SCHEMES.values.map(({ code, label }) => ({ value: code, label }));

interface RecordProps {
  readonly person: PersonRecord;
  readonly form: FormValues;
  readonly errors?: FormErrors;
  readonly status?: number;
}

/** The form of a contract that no referral told. */
export function recordPage({ person, form, errors = {}, status = 200 }: RecordProps): Page {
  const personHref = `/jeunes/${person.id}`;
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <TitleBar title="Enregistrer un contrat" over={listedName(person.identity)} />
      <p>
        {typeset(
          'Le CEJ indiqué dans une orientation est déjà enregistré : n’ajoutez ici que ce qui manque.',
        )}
      </p>
      <form method="post" action={recordPath(person.id)} noValidate>
        <RadioField
          name="dispositif"
          label="Dispositif"
          choices={SCHEMES}
          value={form.text('dispositif')}
          error={errors['dispositif']}
        />
        <ContractDatesFields form={form} errors={errors} />
        <div class="app-buttons">
          <button class="fr-btn" type="submit">
            Enregistrer le contrat
          </button>
          <a class="fr-btn fr-btn--tertiary" href={personHref}>
            Revenir à la fiche
          </a>
        </div>
      </form>
    </div>
  );
  const isError = Object.keys(errors).length > 0;
  const crumbs = [
    { href: '/jeunes', label: 'Jeunes' },
    { href: personHref, label: 'Jeune' },
  ];
  return new Page('Enregistrer un contrat', content, { crumbs, isError, status });
}
