import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SignInSettings, type ProviderSettings } from '../accounts/index.js';
import { DEMONSTRATION_ISSUER_PATH } from '../demonstration/identity-provider/issuer-path.js';
import { Configuration } from '../platform/config/index.js';
import { ServiceAddress } from './service-address.js';

/** The provider of the configuration; the demonstration has its own, whose secret nobody needs to know. */
@Injectable()
export class ServiceSignIn extends SignInSettings {
  private readonly secret = randomBytes(32).toString('base64url');

  constructor(
    private readonly configuration: Configuration,
    private readonly service: ServiceAddress,
  ) {
    super();
  }

  override get provider(): ProviderSettings | undefined {
    const { signIn, demonstration } = this.configuration;
    if (signIn || !demonstration) return signIn;
    const issuer = this.address + DEMONSTRATION_ISSUER_PATH;
    return { issuer, clientId: 'passerelle', clientSecret: this.secret, usesPkce: true };
  }

  override get address(): string {
    return this.service.issuer;
  }
}
