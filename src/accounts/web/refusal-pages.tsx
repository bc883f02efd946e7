import { ActionForm, Alert, Page, TitleBar } from '../../platform/pages/index.js';
import type { SignInRefusal } from '../domain/sign-in.rules.js';

interface Words {
  readonly what: string;
  readonly todo: string;
}

const WORDS: Readonly<Record<SignInRefusal, Words>> = {
  'unknown-person': {
    what: 'Aucun compte de Passerelle n’est ouvert à votre nom.',
    todo: 'Demandez un accès au responsable de votre mission locale ou de votre unité. Donnez-lui l’adresse électronique avec laquelle vous vous connectez.',
  },
  'not-yet-open': {
    what: 'Votre compte existe, mais il n’est pas ouvert.',
    todo: 'Une seconde personne doit l’approuver, ou il a été suspendu. Demandez au responsable de votre organisme.',
  },
  'no-organisation': {
    what: 'Votre compte n’est rattaché à aucun organisme aujourd’hui.',
    todo: 'Demandez au responsable de votre organisme de renouveler votre accès.',
  },
  'other-establishment': {
    what: 'Vous vous êtes connecté avec un autre établissement que celui de votre compte.',
    todo: 'Déconnectez-vous, puis choisissez le fournisseur d’identité de l’organisme de votre compte.',
  },
  'weak-sign-in': {
    what: 'Votre connexion n’est pas assez sûre pour votre rôle.',
    todo: 'Reconnectez-vous avec une double authentification. Pour les rôles sensibles, une clé ou une carte est demandée.',
  },
};

/** Tells somebody whom the provider knows why they are not let in, and what to do. */
export function refusalPage(refusal: SignInRefusal): Page {
  const { what, todo } = WORDS[refusal];
  const content = (
    <div class="app-column">
      <TitleBar title="Accès non ouvert" />
      <Alert tone="warning" title={what}>
        <p>{todo}</p>
      </Alert>
      <ActionForm
        action="/connexion"
        label="Se connecter avec un autre compte"
        values={{ compte: 'autre' }}
      />
      <p>
        <a href="/connexion">Revenir à la connexion</a>
      </p>
    </div>
  );
  return new Page('Accès non ouvert', content, { status: 403, isError: true });
}
