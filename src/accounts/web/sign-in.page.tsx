import { Alert, Page, TitleBar } from '../../platform/pages/index.js';

interface SignInView {
  readonly next: string;
  readonly isAvailable: boolean;
}

/** The page that sends to the identity provider: one button, no password of ours. */
export function signInPage({ next, isAvailable }: SignInView): Page {
  const content = (
    <div class="app-column">
      <TitleBar title="Se connecter" />
      <p>
        Passerelle suit les jeunes orientés par les missions locales vers le service militaire
        adapté (SMA) et le service militaire volontaire (SMV).
      </p>
      {isAvailable ? (
        <form method="post" action="/connexion">
          <input type="hidden" name="suite" value={next} />
          <button class="fr-btn fr-btn--lg" type="submit">
            Se connecter avec mon fournisseur d’identité
          </button>
        </form>
      ) : (
        <Alert tone="warning" title="La connexion des personnes n’est pas configurée.">
          <p>L’administrateur du service doit indiquer le fournisseur d’identité.</p>
        </Alert>
      )}
      <h2 class="fr-h4">Vous n’avez pas d’accès ?</h2>
      <p>
        Demandez-le au responsable de votre mission locale ou de votre unité. Deux personnes ouvrent
        chaque compte.
      </p>
      <p>
        <a href="/aide">Aide à la connexion</a>
      </p>
    </div>
  );
  return new Page('Se connecter', content);
}

/** After the end of a session. */
export function goodbyePage(): Page {
  const content = (
    <div class="app-column">
      <TitleBar title="Vous êtes déconnecté" />
      <p>Votre session est terminée sur ce poste.</p>
      <p>
        <a class="fr-btn" href="/connexion">
          Se connecter
        </a>
      </p>
    </div>
  );
  return new Page('Vous êtes déconnecté', content);
}
