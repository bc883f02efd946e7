import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isCodeOf, partsOf, type LocalDate, type PersonActor } from '../../../kernel/index.js';
import { readFields } from '../../../platform/fields/index.js';
import { AcceptsForm, ResourceId } from '../../../platform/http/index.js';
import {
  attempt,
  formErrors,
  FormValues,
  SeeOther,
  versionOf,
  type FormErrors,
  type Page,
  type TypedDate,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { MILESTONES } from '../../domain/code-lists.js';
import { FollowUpNotFound } from '../../domain/errors.js';
import { FollowUpAnswerRequest } from '../../http/follow-up.request.js';
import { AnswerFollowUp } from '../../use-cases/answer-follow-up.js';
import { ADVISERS, FOLLOW_UPS_PATH } from '../follow-up-words.js';
import { answerPage, refusedPage, type TypedAnswer } from './answer.page.js';
import { FollowUpFiles, type FollowUpFile } from './follow-up-files.js';

const NAMES = {
  '/situation': 'situation',
  '/source': 'source',
  '/observedOn': 'constat',
  '/situationStartedOn': 'debut',
};
const REAL = 'Saisissez une date réelle, par exemple 14 07 2026';
const WORDS = {
  'situation required': 'Choisissez une situation',
  'situation CODE_INCONNU': 'Choisissez une situation de la liste',
  'source required': 'Dites comment vous le savez',
  'source CODE_INCONNU': 'Choisissez une source de la liste',
  'constat type-error': REAL,
  'debut type-error': REAL,
};
const NOTICE = 'Devenir enregistré : l’unité le voit aussi.';

/** What became of somebody at one milestone: one question, or one button of the list. */
@ApiExcludeController()
@Controller('devenirs')
export class FollowUpAnswerController {
  constructor(
    private readonly files: FollowUpFiles,
    private readonly answerFollowUp: AnswerFollowUp,
  ) {}

  @Get(':id/:milestone')
  @Allow(ADVISERS)
  async page(
    @ResourceId() id: string,
    @Param('milestone') milestone: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page> {
    const file = await this.files.one(id, milestone, actor);
    if (!file.view.availableCommands.includes('answer')) return refusedPage(file, null);
    return answerPage({ file, typed: onFile(file), errors: {} });
  }

  @Post(':id/:milestone')
  @HttpCode(303)
  @Allow(ADVISERS)
  @AcceptsForm()
  async answer(
    @ResourceId() id: string,
    @Param('milestone') milestone: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    if (!isCodeOf(MILESTONES, milestone)) throw new FollowUpNotFound();
    const form = new FormValues(body);
    const again = async (errors: FormErrors): Promise<Page> =>
      answerPage({
        file: await this.files.one(id, milestone, actor),
        typed: typedIn(form),
        errors,
      });
    const read = await readFields(FollowUpAnswerRequest, {
      situation: form.optional('situation'),
      source: form.optional('source'),
      observedOn: form.date('constat'),
      situationStartedOn: form.date('debut'),
    });
    if (!read.isRight) return again(formErrors(read.issues, NAMES, WORDS));
    const { situation, source, observedOn = null, situationStartedOn = null } = read.value;
    const expectedVersion = versionOf(form.text('version'));
    const input = { situation, source, observedOn, situationStartedOn, expectedVersion };
    const refusal = await attempt(() => this.answerFollowUp.execute(id, milestone, input, actor));
    if (refusal?.kind === 'invalid') return again(formErrors(refusal.issues, NAMES, WORDS));
    if (refusal) return refusedPage(await this.files.one(id, milestone, actor), refusal.reason);
    return new SeeOther(FOLLOW_UPS_PATH, { tone: 'success', text: NOTICE });
  }
}

/** The form as it first appears: what is on file, or today. */
function onFile({ view: { answer }, version, today }: FollowUpFile): TypedAnswer {
  const started = answer?.situationStartedOn ?? null;
  return {
    version: String(version),
    situation: answer?.situation ?? '',
    source: answer?.source ?? 'DECLARATIF',
    observedOn: typedDay((answer?.observedOn ?? today) as LocalDate),
    ...(started === null ? {} : { startedOn: typedDay(started as LocalDate) }),
  };
}

function typedIn(form: FormValues): TypedAnswer {
  return {
    version: form.text('version'),
    situation: form.text('situation'),
    source: form.text('source'),
    observedOn: form.typedDate('constat'),
    startedOn: form.typedDate('debut'),
  };
}

/** A day as somebody would type it in its three fields. */
function typedDay(date: LocalDate): TypedDate {
  const { day, month, year } = partsOf(date);
  return { day: String(day), month: String(month), year: String(year) };
}
