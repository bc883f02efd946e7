import { typeset } from '../../../platform/french/index.js';
import {
  ErrorSummary,
  Page,
  reasonGroups,
  SelectField,
  TitleBar,
  type FormErrors,
} from '../../../platform/pages/index.js';
import { CANCEL_REASON_TREE } from '../../domain/code-lists.js';
import type { SessionFile } from '../session/session-files.js';
import { seatWords, SESSION_CRUMBS, sessionPath, whenWords } from '../session-words.js';

const TITLE = 'Annuler la séance d’information';

/** Why a session is cancelled: a list, never a free text. */
export function cancelPage({ view }: SessionFile, version: string, errors: FormErrors): Page {
  const isError = Object.keys(errors).length > 0;
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <TitleBar title={TITLE} over={whenWords(view)} />
      <p>
        {typeset(`${view.place} – ${seatWords(view)}. Prévenez vous-même les jeunes inscrits.`)}
      </p>
      <form method="post" action={sessionPath(view.id, 'annulation')} noValidate>
        <input type="hidden" name="version" value={version} />
        <SelectField
          name="motif"
          label="Motif"
          emptyLabel="Sélectionnez un motif"
          groups={reasonGroups(CANCEL_REASON_TREE)}
          error={errors['motif']}
        />
        <div class="app-buttons">
          <button class="fr-btn" type="submit">
            Annuler la séance
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
