import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { Authenticator } from '../platform/security/index.js';

/** Gives the authenticators a process is assembled with besides those of its features. */
@Module({})
export class AuthenticatorsModule {
  static with(authenticators: Type<Authenticator>[]): DynamicModule {
    return { module: AuthenticatorsModule, providers: authenticators, exports: authenticators };
  }
}
