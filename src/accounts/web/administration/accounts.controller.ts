import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isRole, type PersonActor } from '../../../kernel/index.js';
import { AcceptsForm, ResourceId } from '../../../platform/http/index.js';
import {
  attempt,
  FormValues,
  SeeOther,
  viewerOf,
  type FormErrors,
  type Page,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { WrongApprovalCode } from '../../domain/errors.js';
import { ApproveAccount } from '../../use-cases/approve-account.js';
import { ConsultAccounts } from '../../use-cases/consult-accounts.js';
import { CreateAccount } from '../../use-cases/create-account.js';
import { EndAccountSession } from '../../use-cases/end-account-session.js';
import { RenewApprovalCode } from '../../use-cases/renew-approval-code.js';
import { SuspendAccount } from '../../use-cases/suspend-account.js';
import { accountPage } from './account.page.js';
import { accountsPage } from './accounts.page.js';
import { ACCOUNT_TABS, ACCOUNTS_PATH, readAccountsAddress } from './accounts-search.js';
import { endedWords } from '../ended-words.js';
import { creationOf } from './creation.js';
import { createdAccountPage, newAccountPage, newCodePage } from './new-account.page.js';

const ADMINISTRATORS = { roles: ['admin'] } as const;

const FIELDS = {
  '/displayName': 'nom',
  '/email': 'adresse',
  '/organisationCode': 'organisme',
  '/role': 'role',
} as const;

/** Accounts of people, for administrators: two people open each (SEC-06), one suspends. */
@ApiExcludeController()
@Controller('admin/comptes')
export class AccountsController {
  constructor(
    private readonly consult: ConsultAccounts,
    private readonly createAccount: CreateAccount,
    private readonly approveAccount: ApproveAccount,
    private readonly suspendAccount: SuspendAccount,
    private readonly endSession: EndAccountSession,
    private readonly renewCode: RenewApprovalCode,
  ) {}

  @Get()
  @Allow(ADMINISTRATORS)
  async list(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const address = readAccountsAddress(query);
    const search = { text: address.text, state: ACCOUNT_TABS[address.tab].state };
    return accountsPage({
      address,
      ...(await this.consult.page(search, address.page, actor)),
    });
  }

  @Get('nouveau')
  @Allow(ADMINISTRATORS)
  form(): Page {
    return newAccountPage(new FormValues({}));
  }

  @Post()
  @HttpCode(200)
  @Allow(ADMINISTRATORS)
  @AcceptsForm()
  async create(@Body() body: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const form = new FormValues(body);
    const role = form.text('role');
    if (!isRole(role)) return newAccountPage(form, { role: 'Choisissez un rôle.' });
    const command = {
      email: form.text('adresse'),
      displayName: form.text('nom'),
      organisationCode: form.text('organisme'),
      role,
    };
    const creation = await creationOf(
      () => this.createAccount.execute(command, actor),
      FIELDS,
      'adresse',
    );
    return 'errors' in creation
      ? newAccountPage(form, creation.errors)
      : createdAccountPage(creation.made.id, creation.made.approvalCode);
  }

  @Get(':id')
  @Allow(ADMINISTRATORS)
  one(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    return this.page(id, actor);
  }

  @Post(':id/approbation')
  @HttpCode(303)
  @Allow(ADMINISTRATORS)
  @AcceptsForm()
  async approve(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const { account } = await this.consult.one(id, actor);
    const approvalCode = new FormValues(body).text('code');
    const command = { email: account.email, approvalCode };
    const refusal = await attempt(() => this.approveAccount.execute(command, actor));
    if (!refusal) return new SeeOther(pathOf(id), { tone: 'success', text: 'Compte ouvert.' });
    return refusal.kind === 'late'
      ? this.page(id, actor, { refusal: refusal.reason })
      : this.page(id, actor, { errors: { code: new WrongApprovalCode().message } });
  }

  @Post(':id/suspension')
  @HttpCode(303)
  @Allow(ADMINISTRATORS)
  @AcceptsForm()
  suspend(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page | SeeOther> {
    return this.act(id, actor, 'Compte suspendu.', () => this.suspendAccount.suspend(id, actor));
  }

  @Post(':id/reouverture')
  @HttpCode(303)
  @Allow(ADMINISTRATORS)
  @AcceptsForm()
  reopen(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page | SeeOther> {
    return this.act(id, actor, 'Compte rouvert.', () => this.suspendAccount.reopen(id, actor));
  }

  @Post(':id/sessions/:session/fin')
  @HttpCode(303)
  @Allow(ADMINISTRATORS)
  @AcceptsForm()
  async end(
    @ResourceId() id: string,
    @ResourceId('session') session: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<SeeOther> {
    const isEnded = await this.endSession.execute(id, session, actor);
    return new SeeOther(pathOf(id), endedWords(isEnded));
  }

  @Post(':id/code')
  @HttpCode(200)
  @Allow(ADMINISTRATORS)
  @AcceptsForm()
  async renew(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    let code = '';
    const refusal = await attempt(async () => {
      code = await this.renewCode.execute(id, actor);
    });
    return refusal?.kind === 'late'
      ? this.page(id, actor, { refusal: refusal.reason })
      : newCodePage(id, code);
  }

  private async act(
    id: string,
    actor: PersonActor,
    done: string,
    command: () => Promise<void>,
  ): Promise<Page | SeeOther> {
    const refusal = await attempt(command);
    if (refusal?.kind === 'late') return this.page(id, actor, { refusal: refusal.reason });
    return new SeeOther(pathOf(id), { tone: 'success', text: done });
  }

  private async page(
    id: string,
    actor: PersonActor,
    more: { readonly errors?: FormErrors; readonly refusal?: string } = {},
  ): Promise<Page> {
    const consulted = await this.consult.one(id, actor);
    const timeZone = viewerOf(actor)?.timeZone ?? 'Europe/Paris';
    return accountPage({ consulted, actor, timeZone, ...more });
  }
}

function pathOf(id: string): string {
  return `${ACCOUNTS_PATH}/${id}`;
}
