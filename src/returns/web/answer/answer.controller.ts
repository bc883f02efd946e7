import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { partsOf, type LocalDate, type PersonActor } from '../../../kernel/index.js';
import { readFields } from '../../../platform/fields/index.js';
import { AcceptsForm, ResourceId } from '../../../platform/http/index.js';
import {
  attempt,
  formErrors,
  FormValues,
  type FormErrors,
  type Page,
  SeeOther,
  type TypedDate,
  versionOf,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { AnswerReturnRequest } from '../../http/return-commands.request.js';
import { RunReturnCommand } from '../../use-cases/run-return-command.js';
import { changedFilePage, NOT_NOW } from '../file/file.page.js';
import { ReturnFiles } from '../file/return-files.js';
import { ADVISERS } from '../return-roles.js';
import { RETURNS_PATH } from '../worklist/worklist-search.js';
import { answerPage } from './answer.page.js';

const NAMES = { '/code': 'reponse', '/contactedOn': 'contact' };
const WORDS = {
  'reponse required': 'Choisissez une réponse',
  'reponse type-error': 'Choisissez une réponse',
  'reponse enum-error': 'Choisissez une réponse',
  'contact required': 'Indiquez la date du contact',
  'contact type-error': 'La date doit être une date réelle, par exemple 14 07 2026',
};
const NOTICE = 'Réponse enregistrée : l’unité en est informée.';

/** What the mission locale says of the young person: an attempt, an answer, or another territory. */
@ApiExcludeController()
@Controller('retours')
export class ReturnAnswerController {
  constructor(
    private readonly files: ReturnFiles,
    private readonly runCommand: RunReturnCommand,
  ) {}

  @Get(':id/reponse')
  @Allow(ADVISERS)
  async page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    const file = await this.files.one(id, actor);
    if (!file.view.availableCommands.includes('answer')) return changedFilePage(file, NOT_NOW);
    const date = typedDay(file.today);
    return answerPage({ file, version: String(file.version), code: '', date, errors: {} });
  }

  @Post(':id/reponse')
  @HttpCode(303)
  @Allow(ADVISERS)
  @AcceptsForm()
  async answer(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const form = new FormValues(body);
    const typed = { code: form.text('reponse'), contactedOn: form.date('contact') };
    const read = await readFields(AnswerReturnRequest, typed);
    const again = async (errors: FormErrors): Promise<Page> => {
      const file = await this.files.one(id, actor);
      const date = form.typedDate('contact');
      const [version, code] = [form.text('version'), form.text('reponse')];
      return answerPage({ file, version, code, date, errors });
    };
    if (!read.isRight) return again(formErrors(read.issues, NAMES, WORDS));
    const { code, contactedOn } = read.value;
    if (!contactedOn) return again({ contact: WORDS['contact required'] });
    const expectedVersion = versionOf(form.text('version'));
    const input = { answer: { code, contactedOn }, expectedVersion };
    const refusal = await attempt(() => this.runCommand.execute(id, 'answer', input, actor));
    if (refusal?.kind === 'invalid') return again(formErrors(refusal.issues, NAMES, WORDS));
    if (refusal?.code === 'too-few-attempts') return again({ reponse: refusal.reason });
    if (refusal) return changedFilePage(await this.files.one(id, actor), refusal.reason);
    return new SeeOther(`${RETURNS_PATH}/${id}`, { tone: 'success', text: NOTICE });
  }
}

/** A day as somebody would type it in its three fields. */
function typedDay(date: LocalDate): TypedDate {
  const { day, month, year } = partsOf(date);
  return { day: String(day), month: String(month), year: String(year) };
}
