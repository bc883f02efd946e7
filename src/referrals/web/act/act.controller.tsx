import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { MINOR } from '../../../people/index.js';
import { AcceptsForm, namedInAddress, ResourceId } from '../../../platform/http/index.js';
import {
  attempt,
  FormValues,
  reasonOf,
  SeeOther,
  versionOf,
  type Page,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { RunReferralCommand } from '../../use-cases/run-referral-command.js';
import { changedFilePage } from '../file/file.page.js';
import { ReferralFiles } from '../file/referral-files.js';
import { ADVISERS } from '../mission-locale-roles.js';
import { guardianOf, referralErrors } from '../refer/referral-form.js';
import { WORKLIST_PATH } from '../worklist/worklist-search.js';
import { actPage } from './act.page.js';
import { OWNER_ACTS } from './acts.js';

/** What a mission locale does with its own referral, each act after a page that asks once. */
@ApiExcludeController()
@Controller('orientations')
export class ReferralActController {
  constructor(
    private readonly files: ReferralFiles,
    private readonly runCommand: RunReferralCommand,
  ) {}

  @Get(':id/:acte')
  @Allow(ADVISERS)
  async page(
    @ResourceId() id: string,
    @Param('acte') path: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page> {
    const act = namedInAddress(OWNER_ACTS, path);
    const file = await this.files.one(id, actor);
    const isPossible = file.view.availableCommands.includes(act.command);
    return isPossible ? actPage(file, act, path) : changedFilePage(file, NOT_NOW);
  }

  @Post(':id/:acte')
  @HttpCode(303)
  @Allow(ADVISERS)
  @AcceptsForm()
  async act(
    @ResourceId() id: string,
    @Param('acte') path: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const act = namedInAddress(OWNER_ACTS, path);
    const { command, notice } = act;
    const form = new FormValues(body);
    const input = {
      expectedVersion: versionOf(form.text('version')),
      guardianship: guardianOf(form),
    };
    const refusal = await attempt(() => this.runCommand.execute(id, command, actor, input));
    if (refusal === null) {
      return new SeeOther(`${WORKLIST_PATH}/${id}`, { tone: 'success', text: notice });
    }
    const isOfMinor =
      refusal.kind === 'invalid' && refusal.issues.some(({ code }) => code === MINOR);
    if (isOfMinor) {
      const errors = referralErrors(refusal.issues, form);
      return actPage(await this.files.one(id, actor), act, path, { form, errors });
    }
    return changedFilePage(await this.files.one(id, actor), reasonOf(refusal));
  }
}

const NOT_NOW = 'Cette action n’est pas possible dans l’état actuel de l’orientation.';
