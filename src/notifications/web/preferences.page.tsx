import { MAIL_PREFERENCES_PATH } from '../../accounts/index.js';
import { typeset } from '../../platform/french/index.js';
import {
  ErrorSummary,
  Page,
  RadioField,
  TitleBar,
  type FormErrors,
} from '../../platform/pages/index.js';
import { DIGEST_FREQUENCIES } from '../domain/digest-frequency.js';

export const FREQUENCY_FIELD = 'frequence';
const CRUMBS = [{ label: 'Mon compte', href: '/compte' }];

/** How often one wants to be written to. */
export function preferencesPage(chosen: string, isMailOn: boolean, errors: FormErrors = {}): Page {
  const isError = Object.keys(errors).length > 0;
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <TitleBar title="Courriels" />
      <p>
        {typeset(
          'Passerelle peut vous écrire le matin, avec le nombre de dossiers qui vous attendent et les liens pour y aller. Ces messages ne contiennent aucun nom.',
        )}
      </p>
      {!isMailOn && (
        <p>Ce service n’envoie pas de courriel pour le moment. Votre choix servira plus tard.</p>
      )}
      <form method="post" action={MAIL_PREFERENCES_PATH} noValidate>
        <RadioField
          name={FREQUENCY_FIELD}
          label="Recevoir un courriel"
          choices={DIGEST_FREQUENCIES.values.map(({ code, label }) => ({ value: code, label }))}
          value={chosen}
          error={errors[FREQUENCY_FIELD]}
        />
        <div class="app-buttons">
          <button class="fr-btn" type="submit">
            Enregistrer mon choix
          </button>
          <a class="fr-btn fr-btn--tertiary" href="/compte">
            Revenir à mon compte
          </a>
        </div>
      </form>
    </div>
  );
  return new Page('Courriels', content, { crumbs: CRUMBS, isError, status: isError ? 422 : 200 });
}
