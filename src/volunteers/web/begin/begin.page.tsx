import { typeset } from '../../../platform/french/index.js';
import {
  ErrorSummary,
  Page,
  RadioField,
  TitleBar,
  type Choice,
  type FormErrors,
  type FormValues,
} from '../../../platform/pages/index.js';
import type { LocalDate } from '../../../kernel/index.js';
import { INCORPORATION_STATUSES } from '../../domain/code-lists.js';
import { IncorporationFields } from '../act/act-fields.js';
import { SERVICE_CRUMBS, VOLUNTEERS_PATH } from '../volunteer-words.js';

interface BeginPageProps {
  readonly name: string;
  readonly candidacyId: string;
  readonly form: FormValues;
  readonly errors?: FormErrors;
  readonly today: LocalDate;
  readonly status?: number;
}

const STATUSES: readonly Choice[] = INCORPORATION_STATUSES.values.map(({ code, label }) => ({
  value: code,
  label: typeset(label),
}));

/** How the day of incorporation of a selected candidate went. */
export function beginPage(props: BeginPageProps): Page {
  const { name, candidacyId, form, errors = {}, today, status = 200 } = props;
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <TitleBar title="Enregistrer l’incorporation" over={name} />
      <p>
        {typeset(
          'La mission locale du jeune, s’il en a une, voit aussitôt ce que vous enregistrez.',
        )}
      </p>
      <form method="post" action={`${VOLUNTEERS_PATH}/nouveau/${candidacyId}`} noValidate>
        <RadioField
          name="statut"
          label="Le jour de l’incorporation, le jeune a été"
          choices={STATUSES}
          value={form.text('statut')}
          error={errors['statut']}
        />
        <IncorporationFields form={form} errors={errors} today={today} />
        <div class="app-buttons">
          <button class="fr-btn" type="submit">
            Enregistrer l’incorporation
          </button>
          <a class="fr-btn fr-btn--tertiary" href={`${VOLUNTEERS_PATH}?onglet=a-incorporer`}>
            Revenir à la liste
          </a>
        </div>
      </form>
    </div>
  );
  const isError = Object.keys(errors).length > 0;
  return new Page('Enregistrer l’incorporation', content, {
    crumbs: SERVICE_CRUMBS,
    isError,
    status,
  });
}
