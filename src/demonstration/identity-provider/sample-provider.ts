import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import type { Configuration, KoaContextWithOIDC, Provider } from 'oidc-provider';
import { CALLBACK_PATH, GOODBYE_PATH, type ProviderSettings } from '../../accounts/index.js';
import { DEMONSTRATION_ISSUER_PATH } from './issuer-path.js';
import { personOf } from './sample-people.js';

const SCOPES = ['openid', 'email', 'given_name', 'usual_name', 'siret', 'idp_id'];

/**
 * A real OpenID Connect provider for the fictitious people of the demonstration, shaped like
 * ProConnect. It forgets everything when the process ends.
 */
export async function makeSampleProvider(
  settings: ProviderSettings,
  address: string,
): Promise<Provider> {
  // Only here: no process but the demonstration's loads the package (SEC-11).
  const { default: OidcProvider } = await import('oidc-provider');
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'demonstration' };
  return new OidcProvider(settings.issuer, configurationOf(settings, address, key));
}

function configurationOf(
  { clientId, clientSecret }: ProviderSettings,
  address: string,
  key: Record<string, unknown>,
): Configuration {
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [address + CALLBACK_PATH],
        post_logout_redirect_uris: [address + GOODBYE_PATH],
        id_token_signed_response_alg: 'RS256',
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    scopes: SCOPES,
    claims: {
      openid: ['sub'],
      email: ['email'],
      given_name: ['given_name'],
      usual_name: ['usual_name'],
      siret: ['siret'],
      idp_id: ['idp_id'],
      acr: null,
      amr: null,
    },
    acrValues: ['eidas1-mfa', 'eidas2'],
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
    },
    pkce: { required: () => true },
    interactions: { url: (_ctx, { uid }) => `${DEMONSTRATION_ISSUER_PATH}/entree/${uid}` },
    ttl: {
      AuthorizationCode: 60,
      AccessToken: 60,
      Interaction: 600,
      Session: 43_200,
      Grant: 43_200,
      IdToken: 600,
    },
    findAccount,
    loadExistingGrant,
    renderError,
  };
}

function findAccount(_ctx: KoaContextWithOIDC, subject: string) {
  const person = personOf(subject);
  if (!person) return undefined;
  const [givenName = '', ...usualName] = person.displayName.split(' ');
  return {
    accountId: subject,
    claims: () => ({
      sub: subject,
      email: person.email,
      given_name: givenName,
      usual_name: usualName.join(' '),
      idp_id: 'demonstration',
    }),
  };
}

/** Nobody is asked for a consent: the service is the only one to sign in to. */
async function loadExistingGrant({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(SCOPES.join(' '));
  grant.addOIDCClaims(['acr', 'amr']);
  await grant.save();
  return grant;
}

/** The service has asked already: the provider's own session ends without another question. */
function logoutSource(ctx: KoaContextWithOIDC, form: string): void {
  const confirmed = form.replace(
    '</form>',
    '<input type="hidden" name="logout" value="yes"/></form>',
  );
  ctx.body = pageOf(
    'Fin de la session',
    `<h1>Fin de la session</h1><p>Votre session chez le fournisseur d’identité de démonstration va se terminer.</p>${confirmed}<button type="submit" form="op.logoutForm">Terminer la session</button>`,
  );
}

function postLogoutSuccessSource(ctx: KoaContextWithOIDC): void {
  ctx.body = pageOf(
    'Session terminée',
    '<h1>Session terminée</h1><p><a href="/connexion">Se connecter</a></p>',
  );
}

function renderError(ctx: KoaContextWithOIDC): void {
  ctx.type = 'html';
  ctx.body = pageOf(
    'Connexion impossible',
    '<h1>Connexion impossible</h1><p>La demande ne convient pas ou a expiré. <a href="/connexion">Recommencez depuis la page de connexion</a>.</p>',
  );
}

function pageOf(title: string, body: string): string {
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – Démonstration</title></head><body><main>${body}</main></body></html>`;
}
