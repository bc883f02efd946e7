import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { AcceptsForm } from '../../../platform/http/index.js';
import {
  attempt,
  formErrors,
  FormValues,
  SeeOther,
  type FormErrors,
  type Page,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { AccountAlreadyExists, UnknownAccount } from '../../domain/errors.js';
import { ConsultAccounts } from '../../use-cases/consult-accounts.js';
import {
  CreateMachineClient,
  type CreatedMachineClient,
} from '../../use-cases/create-machine-client.js';
import { RevokeMachineClient } from '../../use-cases/revoke-machine-client.js';
import {
  clientsPage,
  CLIENTS_PATH,
  createdClientPage,
  newClientPage,
  revocationPage,
} from './clients.page.js';

const ADMINISTRATORS = { roles: ['admin'] } as const;

const FIELDS = {
  '/clientId': 'identifiant',
  '/organisationCode': 'organisme',
  '/scopes': 'portees',
} as const;

/** Machine clients of partners, for administrators. */
@ApiExcludeController()
@Controller('admin/clients')
export class ClientsController {
  constructor(
    private readonly consult: ConsultAccounts,
    private readonly createClient: CreateMachineClient,
    private readonly revokeClient: RevokeMachineClient,
  ) {}

  @Get()
  @Allow(ADMINISTRATORS)
  async list(@CurrentActor() actor: PersonActor): Promise<Page> {
    return clientsPage(await this.consult.machineClients(actor));
  }

  @Get('nouveau')
  @Allow(ADMINISTRATORS)
  form(): Page {
    return newClientPage(new FormValues({}));
  }

  @Post()
  @HttpCode(200)
  @Allow(ADMINISTRATORS)
  @AcceptsForm()
  async create(@Body() body: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const form = new FormValues(body);
    const made = await this.created(form, actor);
    return 'errors' in made
      ? newClientPage(form, made.errors)
      : createdClientPage(form.text('identifiant'), made.secret ?? '');
  }

  @Get(':clientId/revocation')
  @Allow(ADMINISTRATORS)
  async ask(
    @Param('clientId') clientId: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page> {
    const clients = await this.consult.machineClients(actor);
    const known = clients.find((one) => one.clientId === clientId && !one.isRevoked);
    if (!known) throw new UnknownAccount();
    return revocationPage(known.clientId);
  }

  @Post(':clientId/revocation')
  @HttpCode(303)
  @Allow(ADMINISTRATORS)
  @AcceptsForm()
  async revoke(
    @Param('clientId') clientId: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<SeeOther> {
    await this.revokeClient.execute({ clientId }, actor);
    return new SeeOther(CLIENTS_PATH, { tone: 'success', text: 'Client révoqué.' });
  }

  private async created(
    form: FormValues,
    actor: PersonActor,
  ): Promise<CreatedMachineClient | { readonly errors: FormErrors }> {
    const command = {
      clientId: form.text('identifiant'),
      organisationCode: form.text('organisme'),
      scopes: form.ticked('portees'),
      authentication: { method: 'secret' },
    } as const;
    const made: CreatedMachineClient[] = [];
    const refusal = await attempt(async () =>
      made.push(await this.createClient.execute(command, actor)),
    );
    const [client] = made;
    if (client) return client;
    if (refusal?.kind === 'invalid') return { errors: formErrors(refusal.issues, FIELDS) };
    return { errors: { identifiant: new AccountAlreadyExists().message } };
  }
}
