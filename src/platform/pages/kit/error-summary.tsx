import type { FormErrors } from '../forms/form-errors.js';

/** What does not do, before the form: takes the focus without script, links to each first field. */
export function ErrorSummary({ errors }: { readonly errors: FormErrors }) {
  const all = Object.entries(errors);
  if (all.length === 0) return null;
  return (
    <div
      class="fr-alert fr-alert--error fr-mb-3w app-error-summary"
      tabIndex={-1}
      autofocus
      role="group"
      aria-labelledby="erreurs-titre"
    >
      <h2 class="fr-alert__title" id="erreurs-titre">
        {all.length === 1 ? 'Il y a un problème' : `Il y a ${all.length} problèmes`}
      </h2>
      <ul>
        {all.map(([name, message]) => (
          <li key={name}>{name === '' ? message : <a href={`#${name}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
