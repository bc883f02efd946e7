import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Clock, localDateIn, type PersonActor } from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { readFields } from '../../../platform/fields/index.js';
import { AcceptsForm, ResourceId } from '../../../platform/http/index.js';
import {
  attempt,
  FormValues,
  SeeOther,
  type FormErrors,
  type Page,
  type Refusal,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { RefuseTransferRequest } from '../../http/transfer.request.js';
import { TransferPresenter } from '../../http/transfer.presenter.js';
import { AnswerTransfer } from '../../use-cases/answer-transfer.js';
import { ConsultTransfers } from '../../use-cases/consult-transfers.js';
import type { TransferSide } from '../../use-cases/transfer-ports.js';
import { changedFilePage } from '../file/file.page.js';
import { ReturnFiles } from '../file/return-files.js';
import { ADVISERS, RETURN_READERS } from '../return-roles.js';
import { RETURNS_PATH, TRANSFERS_PATH } from '../worklist/worklist-search.js';
import { transferPage } from './transfer.page.js';
import { transfersPage, type WaitingTransfers } from './transfers.page.js';

/** Most proposals shown at once: they are few, and each has five days. */
const SHOWN = 100;

const NOTICES = {
  accept: 'Transfert accepté : votre mission locale suit désormais ce retour.',
  refuse: 'Transfert refusé : l’organisme qui le proposait en est informé.',
  withdraw: 'Proposition retirée.',
} as const;

/** The proposals other organisations make, the answers, and one's own proposals that wait for one. */
@ApiExcludeController()
@Controller('retours/transferts')
export class TransfersController {
  constructor(
    private readonly consult: ConsultTransfers,
    private readonly answering: AnswerTransfer,
    private readonly presenter: TransferPresenter,
    private readonly files: ReturnFiles,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow(RETURN_READERS)
  async list(@CurrentActor() actor: PersonActor): Promise<Page> {
    const { organisation } = actor;
    const own = await this.organisations.byId(organisation.id);
    const received = organisation.kind === 'unit' ? null : await this.waiting('received', actor);
    const sent = await this.waiting('sent', actor);
    const today = localDateIn(this.clock.now(), own?.timeZone ?? 'Europe/Paris');
    return transfersPage({ received, sent, today });
  }

  @Get(':id')
  @Allow(ADVISERS)
  page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    return this.pageOf(id, actor, {});
  }

  @Post(':id/acceptation')
  @HttpCode(303)
  @Allow(ADVISERS)
  @AcceptsForm()
  async accept(
    @ResourceId() id: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const refusal = await attempt(() => this.answering.execute(id, 'accept', {}, actor));
    if (refusal) return this.pageOf(id, actor, {}, reasonOf(refusal));
    const { returnId } = await this.viewOf(id, actor);
    const href = returnId ? `${RETURNS_PATH}/${returnId}` : TRANSFERS_PATH;
    return new SeeOther(href, { tone: 'success', text: NOTICES.accept });
  }

  @Post(':id/refus')
  @HttpCode(303)
  @Allow(ADVISERS)
  @AcceptsForm()
  async refuse(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const reason = new FormValues(body).text('motif');
    const read = await readFields(RefuseTransferRequest, { reason });
    if (!read.isRight) return this.pageOf(id, actor, { motif: 'Choisissez un motif' });
    const input = { refusal: read.value.reason };
    const refusal = await attempt(() => this.answering.execute(id, 'refuse', input, actor));
    if (refusal) return this.pageOf(id, actor, {}, reasonOf(refusal));
    return new SeeOther(TRANSFERS_PATH, { tone: 'success', text: NOTICES.refuse });
  }

  @Post(':id/retrait')
  @HttpCode(303)
  @Allow(RETURN_READERS)
  @AcceptsForm()
  async withdraw(
    @ResourceId() id: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const refusal = await attempt(() => this.answering.execute(id, 'withdraw', {}, actor));
    const view = await this.viewOf(id, actor);
    const { returnId } = view;
    // Only who is asked has no return to read: it never had to withdraw anything.
    if (returnId === null) return transferPage(view, {}, refusal && reasonOf(refusal));
    if (refusal) return changedFilePage(await this.files.one(returnId, actor), reasonOf(refusal));
    return new SeeOther(`${RETURNS_PATH}/${returnId}`, { tone: 'success', text: NOTICES.withdraw });
  }

  private async waiting(side: TransferSide, actor: PersonActor): Promise<WaitingTransfers> {
    const filter = { organisationId: actor.organisation.id, side, state: 'proposed' } as const;
    const { views, total } = await this.consult.list(filter, SHOWN, null, actor, (items) =>
      this.presenter.views(items, actor),
    );
    return { rows: views, total };
  }

  private viewOf(id: string, actor: PersonActor) {
    return this.consult.one(id, actor, (item) => this.presenter.one(item, actor));
  }

  private async pageOf(
    id: string,
    actor: PersonActor,
    errors: FormErrors,
    refusal: string | null = null,
  ): Promise<Page> {
    return transferPage(await this.viewOf(id, actor), errors, refusal);
  }
}

function reasonOf(refusal: Refusal): string {
  return refusal.kind === 'invalid' ? '' : refusal.reason;
}
