import { Module, type DynamicModule, type ModuleMetadata, type Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Authenticators, type Authenticator } from './authenticator.js';
import { PolicyGuard } from './policy.guard.js';

export interface SecurityOptions extends Pick<ModuleMetadata, 'imports'> {
  /** Authenticators given by `imports`, in the order they are asked. */
  readonly authenticators: Type<Authenticator>[];
}

/** Puts the policy guard before every route of the process. */
@Module({})
export class SecurityModule {
  static with({ imports = [], authenticators }: SecurityOptions): DynamicModule {
    return {
      module: SecurityModule,
      imports,
      providers: [
        {
          provide: Authenticators,
          useFactory: (...all: Authenticator[]) => new Authenticators(all),
          inject: authenticators,
        },
        { provide: APP_GUARD, useClass: PolicyGuard },
      ],
    };
  }
}
