import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isCodeOf, type PersonActor } from '../../../kernel/index.js';
import { AcceptsForm, ResourceId } from '../../../platform/http/index.js';
import { FormValues, type Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { OPENING_REASONS } from '../../domain/code-lists.js';
import { ADVISERS, REASON_GIVERS } from '../mission-locale-roles.js';
import { filePage, unreasonedFilePage } from './file.page.js';
import { ReferralFiles } from './referral-files.js';

const NO_REASON = { motif: 'Choisissez un motif d’ouverture' };

/** The page of a referral, as its mission locale sees it. */
@ApiExcludeController()
@Controller('orientations')
export class ReferralFileController {
  constructor(private readonly files: ReferralFiles) {}

  @Get(':id')
  @Allow(ADVISERS)
  async page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    return filePage(await this.files.one(id, actor));
  }

  /** Answers the page itself: what a reason opened is not to be found again at an address. */
  @Post(':id/conclusion')
  @HttpCode(200)
  @Allow(REASON_GIVERS)
  @AcceptsForm()
  async conclusion(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page> {
    const reason = new FormValues(body).text('motif');
    if (isCodeOf(OPENING_REASONS, reason)) return filePage(await this.files.one(id, actor, reason));
    return unreasonedFilePage(await this.files.one(id, actor), NO_REASON);
  }
}
