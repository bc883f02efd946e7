import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { AcceptsForm } from '../../../platform/http/index.js';
import { FormValues, SeeOther, type Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { UnknownAccount } from '../../domain/errors.js';
import { ConsultAccounts } from '../../use-cases/consult-accounts.js';
import { CreateMachineClient } from '../../use-cases/create-machine-client.js';
import { RevokeMachineClient } from '../../use-cases/revoke-machine-client.js';
import {
  clientsPage,
  CLIENTS_PATH,
  createdClientPage,
  newClientPage,
  revocationPage,
} from './clients.page.js';
import { creationOf } from './creation.js';

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
    const command = {
      clientId: form.text('identifiant'),
      organisationCode: form.text('organisme'),
      scopes: form.ticked('portees'),
      authentication: { method: 'secret' },
    } as const;
    const creation = await creationOf(
      () => this.createClient.execute(command, actor),
      FIELDS,
      'identifiant',
    );
    return 'errors' in creation
      ? newClientPage(form, creation.errors)
      : createdClientPage(command.clientId, creation.made.secret ?? '');
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
}
