/** How this service is known by its identity provider; the addresses are known once it listens. */
export abstract class SignInSettings {
  /** Nothing when no provider is configured: people cannot sign in. */
  abstract readonly provider: ProviderSettings | undefined;
  /** Address of this service, without a final slash. */
  abstract readonly address: string;
}

/** A provider and our registration with it. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly usesPkce: boolean;
}

/** Where the provider sends browsers back. */
export const CALLBACK_PATH = '/connexion/retour';
/** Where the provider sends browsers after its own logout. */
export const GOODBYE_PATH = '/connexion/fin';
