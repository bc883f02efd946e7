import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { readFields } from '../../../platform/fields/index.js';
import { AcceptsForm, namedInAddress, ResourceId } from '../../../platform/http/index.js';
import {
  attempt,
  formErrors,
  type FormErrors,
  FormValues,
  type Page,
  SeeOther,
  versionOf,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { DatedCommandRequest } from '../../http/candidacy-commands.request.js';
import { RunCandidacyCommand } from '../../use-cases/run-candidacy-command.js';
import { CandidacyFiles } from '../file/candidacy-files.js';
import { changedFilePage, NOT_NOW } from '../file/file.page.js';
import { typedDay } from '../typed-day.js';
import { UNIT_DECIDERS } from '../unit-roles.js';
import { actPage } from './act.page.js';
import { DATED_ACTS, wordsOf } from './acts.js';

const NAMES = { '/effectiveOn': 'date' };
const WORDS = {
  'date type-error': 'La date doit être une date réelle, par exemple 14 07 2026',
};

/** The acts that say only when: acknowledge, evaluate, convoke, close, reopen. */
@ApiExcludeController()
@Controller('candidatures')
export class CandidacyActController {
  constructor(
    private readonly files: CandidacyFiles,
    private readonly runCommand: RunCandidacyCommand,
  ) {}

  @Get(':id/:acte')
  @Allow(UNIT_DECIDERS)
  async page(
    @ResourceId() id: string,
    @Param('acte') path: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page> {
    const act = namedInAddress(DATED_ACTS, path);
    const file = await this.files.one(id, actor);
    if (!file.view.availableCommands.includes(act.command)) return changedFilePage(file, NOT_NOW);
    const version = String(file.version);
    return actPage({ file, act, path, version, date: typedDay(file.today), errors: {} });
  }

  @Post(':id/:acte')
  @HttpCode(303)
  @Allow(UNIT_DECIDERS)
  @AcceptsForm()
  async act(
    @ResourceId() id: string,
    @Param('acte') path: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const act = namedInAddress(DATED_ACTS, path);
    const form = new FormValues(body);
    const read = await readFields(DatedCommandRequest, { effectiveOn: form.date('date') });
    const again = async (errors: FormErrors): Promise<Page> => {
      const file = await this.files.one(id, actor);
      const date = form.typedDate('date');
      return actPage({ file, act, path, version: form.text('version'), date, errors });
    };
    if (!read.isRight) return again(formErrors(read.issues, NAMES, WORDS));
    const input = { ...read.value, expectedVersion: versionOf(form.text('version')) };
    const refusal = await attempt(() => this.runCommand.execute(id, act.command, input, actor));
    if (refusal?.kind === 'invalid') return again(formErrors(refusal.issues, NAMES, WORDS));
    if (refusal) return changedFilePage(await this.files.one(id, actor), refusal.reason);
    const { view } = await this.files.one(id, actor);
    const { notice } = wordsOf(act, view.missionLocale === null);
    return new SeeOther(`/candidatures/${id}`, { tone: 'success', text: notice });
  }
}
