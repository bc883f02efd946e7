import {
  Alert,
  ErrorSummary,
  Page,
  TextField,
  TitleBar,
  type FormErrors,
} from '../../platform/pages/index.js';
import { SAMPLE_PEOPLE } from './sample-people.js';

interface EntryView {
  readonly action: string;
  readonly email: string;
  readonly errors: FormErrors;
}

/** The sign-in page of the demonstration's own provider: it says plainly that it is one. */
export function entryPage({ action, email, errors }: EntryView): Page {
  const hasErrors = Object.keys(errors).length > 0;
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <TitleBar title="Fournisseur d’identité de démonstration" />
      <Alert tone="info" title="Toutes les personnes sont fictives.">
        <p>
          Le mot de passe de tous les comptes est <code>demonstration</code>.
        </p>
      </Alert>
      <form method="post" action={action} noValidate>
        <TextField
          name="adresse"
          label="Adresse électronique"
          type="email"
          autocomplete="username"
          value={email}
          error={errors['adresse']}
        />
        <PasswordField error={errors['mot-de-passe']} />
        <button class="fr-btn" type="submit">
          Se connecter
        </button>
      </form>
      <h2 class="fr-h4">Les comptes</h2>
      <ul>
        {SAMPLE_PEOPLE.map(({ email: address, displayName }) => (
          <li key={address}>
            <code>{address}</code>
            {` – ${displayName}`}
          </li>
        ))}
      </ul>
    </div>
  );
  const status = hasErrors ? 422 : 200;
  return new Page('Se connecter à la démonstration', content, { status, isError: hasErrors });
}

function PasswordField({ error }: { readonly error: string | undefined }) {
  const isWrong = error !== undefined;
  return (
    <div class={isWrong ? 'fr-input-group fr-input-group--error' : 'fr-input-group'}>
      <label class="fr-label" for="mot-de-passe">
        Mot de passe
      </label>
      <input
        class="fr-input"
        type="password"
        id="mot-de-passe"
        name="mot-de-passe"
        autocomplete="current-password"
        aria-invalid={isWrong ? 'true' : undefined}
        aria-describedby={isWrong ? 'mot-de-passe-erreur' : undefined}
      />
      {isWrong && (
        <p class="fr-message fr-message--error" id="mot-de-passe-erreur">
          {error}
        </p>
      )}
    </div>
  );
}
