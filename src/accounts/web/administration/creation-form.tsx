import type { ComponentChildren } from 'preact';
import { typeset } from '../../../platform/french/index.js';
import {
  ErrorSummary,
  Page,
  TextField,
  TitleBar,
  type Crumb,
  type FormErrors,
  type FormValues,
} from '../../../platform/pages/index.js';

interface CreationForm {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  /** What will come of it, above the form. */
  readonly lead: string;
  readonly action: string;
  readonly button: string;
  readonly errors: FormErrors;
  readonly fields: ComponentChildren;
}

/** A form that creates an account or a client; with errors it is the answer to what was sent (422). */
export function creationFormPage(form: CreationForm): Page {
  const { title, crumbs, lead, action, button, errors, fields } = form;
  const isError = Object.keys(errors).length > 0;
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <TitleBar title={title} />
      <p>{typeset(lead)}</p>
      <form method="post" action={action} noValidate>
        {fields}
        <button class="fr-btn" type="submit">
          {button}
        </button>
      </form>
    </div>
  );
  return new Page(title, content, { crumbs, status: isError ? 422 : 200, isError });
}

interface FieldOfForm {
  readonly form: FormValues;
  readonly errors: FormErrors;
}

/** The organisation an account or a client belongs to, by its code. */
export function OrganisationField({ form, errors }: FieldOfForm) {
  return (
    <TextField
      name="organisme"
      label="Code de l’organisme"
      hint="Par exemple 97411S00 pour une mission locale, RSMA-RE pour une unité."
      value={form.text('organisme')}
      error={errors['organisme']}
    />
  );
}
