import compress from '@fastify/compress';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { constants } from 'node:zlib';
import { SignInSettings } from '../accounts/index.js';
import { openProviderDoor } from '../demonstration/identity-provider/provider-door.js';
import { makeSampleProvider } from '../demonstration/identity-provider/sample-provider.js';
import { Configuration } from '../platform/config/index.js';
import { PageWriter, refuseOtherSites } from '../platform/pages/index.js';

/** What pages need of the HTTP door: no other site's forms, small answers, the demonstration's sign-in. */
export async function openWebDoor(app: NestFastifyApplication): Promise<void> {
  const door = app.getHttpAdapter().getInstance();
  const settings = app.get(SignInSettings);
  refuseOtherSites(door, () => settings.address);
  await door.register(compress, {
    // The API is left as it was: machines that want small answers ask for small pages.
    customTypes: /^text\/html/,
    encodings: ['br', 'gzip'],
    threshold: 1024,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  });
  const { demonstration, signIn } = app.get(Configuration);
  if (!demonstration || signIn) return;
  const makeProvider = () => {
    const { provider, address } = settings;
    if (!provider) throw new Error('the demonstration has its own provider');
    return makeSampleProvider(provider, address);
  };
  openProviderDoor(door, { makeProvider, writer: app.get(PageWriter) });
}
