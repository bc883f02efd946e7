import { typeset } from '../../../platform/french/index.js';
import {
  ErrorSummary,
  Page,
  RadioField,
  TextField,
  TitleBar,
  type FormErrors,
  type FormValues,
} from '../../../platform/pages/index.js';
import { UNIT_PRESENCES } from '../../domain/code-lists.js';
import type { SessionFile } from '../session/session-files.js';
import { SESSION_CRUMBS, sessionPath, whenWords } from '../session-words.js';

const TITLE = 'Votre unité vient-elle à cette séance ?';

/** One question to the unit that is invited. */
export function presencePage({ view }: SessionFile, form: FormValues, errors: FormErrors): Page {
  const isError = Object.keys(errors).length > 0;
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <TitleBar title={typeset(TITLE)} over={view.missionLocale.name} />
      <p>{typeset(`${whenWords(view)}, ${view.place}`)}</p>
      <form method="post" action={sessionPath(view.id, 'presence')} noValidate>
        <input type="hidden" name="version" value={form.text('version')} />
        <RadioField
          name="presence"
          label="Présence"
          choices={UNIT_PRESENCES.values.map(({ code, label }) => ({ value: code, label }))}
          value={form.text('presence')}
          error={errors['presence']}
        />
        <TextField
          name="agents"
          label="Nombre d’agents présents"
          hint="Un nombre de 1 à 20, sans leurs noms"
          isOptional
          inputmode="numeric"
          maxlength={2}
          value={form.text('agents')}
          error={errors['agents']}
        />
        <div class="app-buttons">
          <button class="fr-btn" type="submit">
            Enregistrer la réponse
          </button>
          <a class="fr-btn fr-btn--tertiary" href={sessionPath(view.id)}>
            Revenir à la séance
          </a>
        </div>
      </form>
    </div>
  );
  return new Page(TITLE, content, {
    crumbs: SESSION_CRUMBS,
    ...(isError ? { isError, status: 422 } : {}),
  });
}
