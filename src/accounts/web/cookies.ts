import { Injectable } from '@nestjs/common';
import { SignInSettings } from '../credentials/sign-in-settings.js';
import { SessionCookies } from './session-cookies.js';

/** The cookies of this process: by https or not, which is known once it listens. */
@Injectable()
export class Cookies {
  constructor(private readonly settings: SignInSettings) {}

  get of(): SessionCookies {
    return new SessionCookies(this.settings.address.startsWith('https:'));
  }
}
