import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import { FormValues, type FormErrors, type PageWriter } from '../../platform/pages/index.js';
import { DEMONSTRATION_SECRET } from '../demonstration-clients.js';
import { entryPage } from './entry.page.js';
import { DEMONSTRATION_ISSUER_PATH as PATH } from './issuer-path.js';
import { SAMPLE_PEOPLE, type SamplePerson } from './sample-people.js';

/** What the door of the provider needs. */
export interface ProviderDoorParts {
  /** Made at the first request: the address is known by then. */
  readonly makeProvider: () => Promise<Provider>;
  readonly writer: PageWriter;
}

type EntryRequest = FastifyRequest<{ Params: { uid: string } }>;

/** Opens the identity provider of the demonstration under its path of the service. */
export function openProviderDoor(
  door: FastifyInstance,
  { makeProvider, writer }: ProviderDoorParts,
): void {
  let made: Promise<Provider> | undefined;
  const provider = () => (made ??= makeProvider());
  const entry = `${PATH}/entree/:uid`;

  door.get(entry, async (request: EntryRequest, reply) => {
    if (!(await underWay(await provider(), request, reply))) return sendBack(reply);
    const page = entryPage({ action: actionOf(request), email: '', errors: {} });
    return reply.send(writer.html(page, request, reply));
  });

  const form = { config: { body: 'form' } as object };
  door.post(entry, form, async (request: EntryRequest, reply) => {
    const oidc = await provider();
    const interaction = await underWay(oidc, request, reply);
    if (!interaction) return sendBack(reply);
    const { person, email, errors } = readEntry(request.body);
    if (!person) {
      const page = entryPage({ action: actionOf(request), email, errors });
      return reply.send(writer.html(page, request, reply));
    }
    await forgetOther(oidc, interaction, person);
    const login = {
      accountId: person.subject,
      acr: person.acr,
      amr: ['pwd', 'mfa'],
      remember: false,
    };
    const location = await oidc.interactionResult(request.raw, reply.raw, { login });
    return reply.status(303).header('location', location).send('');
  });

  void door.register((scope, _options, done) => {
    // The provider reads its bodies itself.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
    const config = { body: 'form', hasOwnProof: true };
    scope.route({
      method: ['GET', 'POST', 'OPTIONS'],
      url: `${PATH}/*`,
      config,
      handler: async (request, reply) => {
        const handle = (await provider()).callback();
        reply.hijack();
        await handle(mounted(request.raw), reply.raw);
      },
    });
    done();
  });
}

/** The provider finds its mount path in the difference of the two addresses. */
function mounted(raw: IncomingMessage): IncomingMessage {
  const url = raw.url ?? '/';
  return Object.assign(raw, { originalUrl: url, url: url.slice(PATH.length) });
}

function actionOf({ params }: EntryRequest): string {
  return `${PATH}/entree/${encodeURIComponent(params.uid)}`;
}

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

async function underWay(
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Interaction | undefined> {
  return provider.interactionDetails(request.raw, reply.raw).catch(() => undefined);
}

/** Whoever signs in as somebody else leaves the former session, without a page between that asks. */
async function forgetOther(
  provider: Provider,
  interaction: Interaction,
  { subject }: SamplePerson,
): Promise<void> {
  const { session } = interaction;
  if (!session || session.accountId === subject) return;
  await (await provider.Session.findByUid(session.uid))?.destroy();
  delete interaction.session;
  await interaction.save(INTERACTION_SECONDS);
}

const INTERACTION_SECONDS = 600;

function sendBack(reply: FastifyReply): FastifyReply {
  return reply.status(303).header('location', '/connexion').send('');
}

interface EntryRead {
  readonly person: SamplePerson | undefined;
  readonly email: string;
  readonly errors: FormErrors;
}

function readEntry(body: unknown): EntryRead {
  const form = new FormValues(body);
  const email = form.text('adresse').toLowerCase();
  const known = SAMPLE_PEOPLE.find((person) => person.email === email);
  if (!known) {
    const errors = { adresse: 'Saisissez l’adresse d’un des comptes ci-dessous.' };
    return { person: undefined, email, errors };
  }
  if (form.text('mot-de-passe') !== DEMONSTRATION_SECRET) {
    const errors = { 'mot-de-passe': 'Le mot de passe de la démonstration est « demonstration ».' };
    return { person: undefined, email, errors };
  }
  return { person: known, email, errors: {} };
}
