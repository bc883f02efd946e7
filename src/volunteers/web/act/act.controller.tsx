import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { AcceptsForm, ResourceId, unknownAddress } from '../../../platform/http/index.js';
import {
  attempt,
  FormValues,
  type Page,
  SeeOther,
  versionOf,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { RunVolunteerCommand } from '../../use-cases/run-volunteer-command.js';
import { changedFilePage, NOT_NOW } from '../file/file.page.js';
import { VolunteerFiles } from '../file/volunteer-files.js';
import { PAGE_WRITERS, VOLUNTEERS_PATH } from '../volunteer-words.js';
import { actErrors, blankForm, readAct } from './act-form.js';
import { actPage } from './act.page.js';
import { ACTS, isActPath, type ActPath } from './acts.js';

/** What the unit tells of one service: incorporation, presence, change, exit. */
@ApiExcludeController()
@Controller('volontaires')
export class VolunteerActController {
  constructor(
    private readonly files: VolunteerFiles,
    private readonly runCommand: RunVolunteerCommand,
  ) {}

  @Get(':id/:acte')
  @Allow(PAGE_WRITERS)
  async page(
    @ResourceId() id: string,
    @Param('acte') text: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page> {
    const path = pathOf(text);
    const file = await this.files.one(id, actor);
    if (!file.view.availableCommands.includes(ACTS[path].command)) {
      return changedFilePage(file, NOT_NOW);
    }
    return actPage({ file, path, form: blankForm(file.view, file.version, file.today) });
  }

  @Post(':id/:acte')
  @HttpCode(303)
  @Allow(PAGE_WRITERS)
  @AcceptsForm()
  async act(
    @ResourceId() id: string,
    @Param('acte') text: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const path = pathOf(text);
    const { command, notice } = ACTS[path];
    const form = new FormValues(body);
    const file = await this.files.one(id, actor);
    const read = await readAct(command, form);
    if (!read.isRight) return actPage({ file, path, form, errors: read.errors, status: 422 });
    const input = { ...read.input, expectedVersion: versionOf(form.text('version')) };
    const refusal = await attempt(() => this.runCommand.execute(id, command, input, actor));
    if (refusal === null)
      return new SeeOther(`${VOLUNTEERS_PATH}/${id}`, { tone: 'success', text: notice });
    if (refusal.kind === 'invalid') {
      return actPage({ file, path, form, errors: actErrors(refusal.issues), status: 422 });
    }
    return changedFilePage(await this.files.one(id, actor), refusal.reason);
  }
}

/** @throws HttpProblem 404 for what is no act */
function pathOf(text: string): ActPath {
  if (!isActPath(text)) throw unknownAddress();
  return text;
}
