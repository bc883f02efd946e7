import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { PersonActor } from '../../../kernel/index.js';
import { Configuration } from '../../../platform/config/index.js';
import { AcceptsForm, AcceptsMultipart, ResourceId } from '../../../platform/http/index.js';
import { FormValues, SeeOther, type Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { withUpload, type Upload } from '../../http/upload.js';
import { PreviewOutdated } from '../../domain/exchange-errors.js';
import { isWithoutRows } from '../../domain/pending-deposit.js';
import { HoldDeposit } from '../../use-cases/hold-deposit.js';
import { ListExpectedFiles } from '../../use-cases/list-expected-files.js';
import { SettlePendingDeposit } from '../../use-cases/settle-pending-deposit.js';
import { depositFormPage, nothingToDepositPage } from './form.page.js';
import { forRows, offerOf, readChoice, type DepositOffer } from './form.js';
import { previewPage } from './preview.page.js';
import { previewWords } from './presenter.js';

const OPERATORS = { roles: ['exchange-operator'] } as const;
const MEGABYTE = 1024 * 1024;

/** A file put down on a page: looked at first, deposited when its person says so. */
@ApiExcludeController()
@Controller('echanges/depot')
export class DepositPagesController {
  constructor(
    private readonly expected: ListExpectedFiles,
    private readonly holdDeposit: HoldDeposit,
    private readonly pending: SettlePendingDeposit,
    private readonly configuration: Configuration,
  ) {}

  @Get()
  @Allow(OPERATORS)
  async form(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const offer = await this.offer(actor);
    if (!offer) return nothingToDepositPage();
    // A link may say what is to be deposited; what it says wrongly is left aside.
    const { choice, errors } = readChoice(new FormValues(query), offer);
    const isRight = Object.keys(errors).length === 0;
    return depositFormPage({ offer, choice: isRight ? choice : offer.usual });
  }

  @Post()
  @HttpCode(303)
  @Allow(OPERATORS)
  @AcceptsMultipart()
  async check(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    return withUpload(request, (upload) => this.hold(upload, actor), 'fichier');
  }

  private async hold(upload: Upload, actor: PersonActor): Promise<Page | SeeOther> {
    const offer = await this.offer(actor);
    if (!offer) return nothingToDepositPage();
    const { choice, errors } = readChoice(new FormValues(upload.fields), offer);
    const isMade = isWithoutRows(choice.nature);
    const wrong = { ...(isMade ? noFileErrors(upload) : this.fileErrors(upload)), ...errors };
    if (Object.keys(wrong).length > 0) {
      return depositFormPage({ offer, choice, errors: wrong, status: 422 });
    }
    const id = isMade
      ? await this.holdDeposit.withoutRows(choice, actor)
      : await this.holdDeposit.execute(upload.source, choice, actor);
    return new SeeOther(`/echanges/depot/${id}`);
  }

  @Get(':id')
  @Allow(OPERATORS)
  async preview(
    @ResourceId() id: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const { preview, fileId, version } = await this.pending.one(id, actor);
    if (fileId) return new SeeOther(`/echanges/${fileId}`);
    const offer = await this.offer(actor);
    if (!offer) return nothingToDepositPage();
    const { choice } = preview;
    const words = previewWords(preview);
    return previewPage({ id, version, words, offer: forRows(offer), choice });
  }

  @Post(':id/choix')
  @HttpCode(303)
  @Allow(OPERATORS)
  @AcceptsForm()
  async revise(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const { preview, version } = await this.pending.one(id, actor);
    const any = await this.offer(actor);
    if (!any) return nothingToDepositPage();
    const offer = forRows(any);
    const { choice, errors } = readChoice(new FormValues(body), offer);
    if (Object.keys(errors).length > 0) {
      return previewPage({ id, version, words: previewWords(preview), offer, choice, errors });
    }
    await this.pending.revise(id, choice, actor);
    return new SeeOther(`/echanges/depot/${id}`);
  }

  @Post(':id')
  @HttpCode(303)
  @Allow(OPERATORS)
  @AcceptsForm()
  async deposit(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<SeeOther> {
    const version = new FormValues(body).text('version');
    try {
      const fileId = await this.pending.deposit(id, version, actor);
      const text = 'Le fichier est déposé. Son compte rendu s’écrit ci-dessous.';
      return new SeeOther(`/echanges/${fileId}`, { tone: 'success', text });
    } catch (error) {
      if (!(error instanceof PreviewOutdated)) throw error;
      return new SeeOther(`/echanges/depot/${id}`, { tone: 'warning', text: error.message });
    }
  }

  @Post(':id/abandon')
  @HttpCode(303)
  @Allow(OPERATORS)
  @AcceptsForm()
  async giveUp(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<SeeOther> {
    await this.pending.giveUp(id, actor);
    const text = 'Le fichier est effacé : rien n’a été déposé.';
    return new SeeOther('/echanges', { tone: 'info', text });
  }

  private async offer(actor: PersonActor): Promise<DepositOffer | null> {
    return offerOf(await this.expected.execute(actor));
  }

  private fileErrors({ fileName, isTooLarge }: Upload): Readonly<Record<string, string>> {
    if (!fileName) return { fichier: 'Choisissez le fichier à déposer.' };
    if (!isTooLarge) return {};
    const limit = Math.floor(this.configuration.limits.maximumFileBytes / MEGABYTE);
    const way = 'Découpez-le, ou faites-le envoyer par votre logiciel.';
    return { fichier: `Le fichier dépasse ${limit} Mo. ${way}` };
  }
}

/** A file beside a month without rows would be lost without a word. */
function noFileErrors({ fileName }: Upload): Readonly<Record<string, string>> {
  const way = 'Dites ce que contient le fichier, ou validez sans fichier.';
  return fileName ? { fichier: `Cette déclaration se fait sans fichier. ${way}` } : {};
}
