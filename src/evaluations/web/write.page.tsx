import { typeset } from '../../platform/french/index.js';
import {
  CheckboxesField,
  ErrorSummary,
  Page,
  SelectField,
  TitleBar,
  type Choice,
  type FormErrors,
  type FormValues,
} from '../../platform/pages/index.js';
import { EVALUATION_POINTS } from '../domain/code-lists.js';
import { MOST_POINTS } from '../domain/note.rules.js';
import { NOTE_CRUMBS, NOTES_PATH, WRITE_PATH } from './note-words.js';

interface WriteProps {
  readonly form: FormValues;
  readonly errors: FormErrors;
  readonly partners: readonly Choice[];
  readonly months: readonly Choice[];
  readonly isUnit: boolean;
}

const TITLE = 'Écrire un bilan';
const POINTS: readonly Choice[] = EVALUATION_POINTS.values.map(({ code, label }) => ({
  value: code,
  label: typeset(label),
}));

/** The form of a note: points of a list, never a free text. */
export function writePage({ form, errors, partners, months, isUnit }: WriteProps): Page {
  const isError = Object.keys(errors).length > 0;
  const select = (name: string) => ({ name, value: form.text(name), error: errors[name] });
  const boxes = (name: string) => ({
    name,
    values: form.ticked(name),
    choices: POINTS,
    error: errors[name],
  });
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <TitleBar title={TITLE} />
      <form method="post" action={WRITE_PATH} noValidate>
        <input type="hidden" name="version" value={form.text('version')} />
        <SelectField
          {...select('partenaire')}
          label={isUnit ? 'Mission locale' : 'Unité'}
          emptyLabel="Sélectionnez un partenaire"
          groups={[{ title: null, choices: partners }]}
        />
        <SelectField
          {...select('mois')}
          label="Mois de fin du contingent"
          emptyLabel="Sélectionnez un mois"
          groups={[{ title: null, choices: months }]}
        />
        <CheckboxesField
          {...boxes('bien')}
          label="Ce qui a bien fonctionné"
          hint={`${MOST_POINTS} points au plus`}
          isOptional
        />
        <CheckboxesField
          {...boxes('mieux')}
          label="Ce qui est à améliorer"
          hint={`${MOST_POINTS} points au plus`}
          isOptional
        />
        <div class="app-buttons">
          <button class="fr-btn" type="submit">
            Enregistrer le bilan
          </button>
          <a class="fr-btn fr-btn--tertiary" href={NOTES_PATH}>
            Revenir aux bilans
          </a>
        </div>
      </form>
    </div>
  );
  return new Page(TITLE, content, {
    crumbs: NOTE_CRUMBS,
    ...(isError ? { isError, status: 422 } : {}),
  });
}
