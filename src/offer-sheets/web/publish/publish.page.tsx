import { typeset } from '../../../platform/french/index.js';
import {
  ErrorSummary,
  Page,
  TextAreaField,
  TextField,
  TitleBar,
  type FormErrors,
  type FormValues,
} from '../../../platform/pages/index.js';
import { PUBLISH_PATH, SHEET_CRUMBS, SHEETS_PATH } from '../sheet-words.js';

const TITLE = 'Publier la fiche d’offre de l’unité';
const ABOUT =
  'Toutes les missions locales lisent cette fiche et peuvent la remettre à un jeune. Parlez de l’unité, jamais d’une personne.';

/** The form of a version: what was said before, to be changed where it needs. */
export function publishPage(form: FormValues, errors: FormErrors): Page {
  const isError = Object.keys(errors).length > 0;
  const text = (name: string) => ({ name, value: form.text(name), error: errors[name] });
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <TitleBar title={typeset(TITLE)} />
      <p>{typeset(ABOUT)}</p>
      <form method="post" action={PUBLISH_PATH} noValidate>
        <input type="hidden" name="version" value={form.text('version')} />
        <TextAreaField {...text('filieres')} label="Filières" hint="Une par ligne" rows={8} />
        <TextAreaField
          {...text('conditions')}
          label="Conditions"
          hint="Une par ligne, par exemple l’âge ou la journée défense et citoyenneté"
          isOptional
          rows={6}
        />
        <TextAreaField
          {...text('incorporations')}
          label="Prochaines incorporations"
          hint="Une par ligne : jour ; lieu ; nombre de places, par exemple 02/03/2027 ; Saint-Pierre ; 40"
          isOptional
          rows={6}
        />
        <TextField
          {...text('service')}
          label="Service à joindre"
          hint="Un service, jamais le nom d’une personne"
          maxlength={120}
        />
        <TextField {...text('telephone')} label="Téléphone" type="tel" maxlength={20} isOptional />
        <TextField
          {...text('courriel')}
          label="Adresse électronique"
          type="email"
          maxlength={254}
          isOptional
        />
        <div class="app-buttons">
          <button class="fr-btn" type="submit">
            Publier la fiche
          </button>
          <a class="fr-btn fr-btn--tertiary" href={SHEETS_PATH}>
            Revenir aux offres
          </a>
        </div>
      </form>
    </div>
  );
  return new Page(TITLE, content, {
    crumbs: SHEET_CRUMBS,
    ...(isError ? { isError, status: 422 } : {}),
  });
}
