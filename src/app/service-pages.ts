import { Injectable } from '@nestjs/common';
import { SignInSettings } from '../accounts/index.js';
import { Configuration } from '../platform/config/index.js';
import { Pages, type PageSettings } from '../platform/pages/index.js';
import { MAIN_MENU } from './main-menu.js';

/** What the pages of this service are told. */
@Injectable()
export class ServicePages extends Pages {
  readonly settings: PageSettings;

  constructor({ demonstration, signIn }: Configuration, signInSettings: SignInSettings) {
    super();
    this.settings = {
      menu: MAIN_MENU,
      isDemonstration: demonstration,
      address: () => signInSettings.address,
      ...(signIn ? { signInOrigin: new URL(signIn.issuer).origin } : {}),
    };
  }
}
