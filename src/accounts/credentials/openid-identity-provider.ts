import { Injectable } from '@nestjs/common';
import * as openid from 'openid-client';
import { SignInBroken, SignInUnavailable } from '../domain/errors.js';
import { REQUESTED_LEVELS, type ProvenIdentity } from '../domain/sign-in.rules.js';
import { IdentityProvider, type ProviderAnswer, type SignInAttempt } from '../use-cases/ports.js';
import {
  CALLBACK_PATH,
  GOODBYE_PATH,
  SignInSettings,
  type ProviderSettings,
} from './sign-in-settings.js';

const SECONDS = 10;
/** What ProConnect knows of a public agent (SEC-03). */
const SCOPE = 'openid email given_name usual_name siret idp_id';

/** OpenID Connect by authorisation code, in the shape of ProConnect (SEC-01 to SEC-03, SEC-08). */
@Injectable()
export class OpenIdIdentityProvider extends IdentityProvider {
  private known: Promise<openid.Configuration> | undefined;

  constructor(private readonly settings: SignInSettings) {
    super();
  }

  override async begin({
    isOther,
  }: {
    readonly isOther: boolean;
  }): Promise<{ url: string } & Omit<SignInAttempt, 'next'>> {
    const { usesPkce } = this.provider;
    const configuration = await this.configuration();
    const state = openid.randomState();
    const nonce = openid.randomNonce();
    const verifier = openid.randomPKCECodeVerifier();
    const pkce: Record<string, string> = usesPkce
      ? {
          code_challenge: await openid.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        }
      : {};
    const url = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.settings.address + CALLBACK_PATH,
      scope: SCOPE,
      state,
      nonce,
      claims: JSON.stringify({
        id_token: { acr: { essential: true, values: REQUESTED_LEVELS }, amr: null },
      }),
      ...(isOther ? { prompt: 'login' } : {}),
      ...pkce,
    });
    return { url: url.href, state, nonce, verifier };
  }

  override async complete(query: string, attempt: SignInAttempt): Promise<ProviderAnswer> {
    const configuration = await this.configuration();
    const url = new URL(`${this.settings.address}${CALLBACK_PATH}?${query}`);
    const { usesPkce } = this.provider;
    const tokens = await broken(() =>
      openid.authorizationCodeGrant(configuration, url, {
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
        ...(usesPkce ? { pkceCodeVerifier: attempt.verifier } : {}),
      }),
    );
    const claims = tokens.claims();
    const { id_token: idToken } = tokens;
    if (!claims || idToken === undefined) throw new SignInBroken();
    const info = await broken(() =>
      openid.fetchUserInfo(configuration, tokens.access_token, claims.sub),
    );
    const { issuer } = configuration.serverMetadata();
    return { idToken, identity: identityOf(issuer, claims, info) };
  }

  override async logoutUrl(idToken: string): Promise<string | undefined> {
    if (!this.settings.provider) return undefined;
    const configuration = await this.configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    return openid.buildEndSessionUrl(configuration, {
      id_token_hint: idToken,
      post_logout_redirect_uri: this.settings.address + GOODBYE_PATH,
      state: openid.randomState(),
    }).href;
  }

  private get provider(): ProviderSettings {
    const { provider } = this.settings;
    if (!provider) throw new SignInUnavailable();
    return provider;
  }

  /** Asked once; asked again after a failure. */
  private configuration(): Promise<openid.Configuration> {
    this.known ??= discover(this.provider).catch(() => {
      this.known = undefined;
      throw new SignInUnavailable();
    });
    return this.known;
  }
}

function discover({
  issuer,
  clientId,
  clientSecret,
}: ProviderSettings): Promise<openid.Configuration> {
  // Without it the package trusts the connection to the provider in place of the signature (SEC-01).
  const execute = [openid.enableNonRepudiationChecks];
  if (issuer.startsWith('http:')) execute.push(openid.allowInsecureRequests);
  return openid.discovery(
    new URL(issuer),
    clientId,
    // The algorithm of the signature is ours to say, not the token's.
    { id_token_signed_response_alg: 'RS256' },
    openid.ClientSecretPost(clientSecret),
    { timeout: SECONDS, execute },
  );
}

/** What does not check is refused without a detail: an attacker learns nothing from it. */
async function broken<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (isOutage(error)) throw new SignInUnavailable();
    throw new SignInBroken();
  }
}

function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code: unknown = Reflect.get(error, 'code');
  return error instanceof TypeError || code === 'OAUTH_TIMEOUT';
}

type Claims = Readonly<Record<string, unknown>>;

/** How strongly somebody signed in is said in the id_token and nowhere else (SEC-02). */
function identityOf(issuer: string, proved: Claims, told: Claims): ProvenIdentity {
  const all = { ...told, ...proved };
  return {
    issuer,
    subject: String(proved['sub']),
    email: textOf(all['email']),
    acr: textOf(proved['acr']),
    siret: textOf(all['siret']),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
