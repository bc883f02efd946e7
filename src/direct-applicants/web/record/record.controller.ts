import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ChangedMeanwhile, type PersonActor } from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { readFields } from '../../../platform/fields/index.js';
import { AcceptsForm, ResourceId } from '../../../platform/http/index.js';
import {
  attempt,
  formErrors,
  FormValues,
  SeeOther,
  versionOf,
  type Choice,
  type FormErrors,
  type Page,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { PlaceTexts } from '../../../referrals/index.js';
import { DirectApplicantPresenter } from '../../http/direct-applicant.presenter.js';
import {
  CorrectDirectApplicantRequest,
  RecordDirectApplicantRequest,
} from '../../http/direct-applicant.request.js';
import { correctionInput, recordInput } from '../../http/record-input.js';
import type { DirectApplicantView } from '../../http/direct-applicant.view.js';
import { ConsultApplicants } from '../../use-cases/consult-applicants.js';
import { RecordApplicant } from '../../use-cases/record-applicant.js';
import { RunDirectCommand } from '../../use-cases/run-direct-command.js';
import { applicantPath, choicesInForce, RECORDERS } from '../applicant-words.js';
import { bodyOf, correctionOf, FIELD_NAMES, FIELD_WORDS, valuesOf } from './applicant-form.js';
import { recordPage } from './record.page.js';

const RECORDED = 'Candidat enregistré : imprimez sa lettre d’invitation.';
const CORRECTED = 'Correction enregistrée.';
const CHANGED = new ChangedMeanwhile().code;

/** A unit records somebody whom it did not take, or says it anew with an agreement. */
@ApiExcludeController()
@Controller('candidats-directs')
export class RecordApplicantController {
  constructor(
    private readonly recordApplicant: RecordApplicant,
    private readonly commands: RunDirectCommand,
    private readonly consult: ConsultApplicants,
    private readonly presenter: DirectApplicantPresenter,
    private readonly places: PlaceTexts,
    private readonly organisations: OrganisationDirectory,
  ) {}

  @Get('nouveau')
  @Allow(RECORDERS)
  blank(): Page {
    return recordPage({ form: new FormValues({}), errors: {}, known: null });
  }

  @Post('nouveau')
  @HttpCode(303)
  @Allow(RECORDERS)
  @AcceptsForm()
  async record(
    @Body() typed: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const form = new FormValues(typed);
    const again = (errors: FormErrors) => recordPage({ form, errors, known: null });
    const { body, errors } = bodyOf(form, this.places);
    const read = await readFields(RecordDirectApplicantRequest, body);
    if (!read.isRight || Object.keys(errors).length > 0) {
      return again({ ...(read.isRight ? {} : wrongIn(read.issues)), ...errors });
    }
    let id = '';
    const refusal = await attempt(async () => {
      const unitId = actor.organisation.id;
      ({ id } = await this.recordApplicant.execute(recordInput(read.value), unitId, actor));
    });
    if (refusal?.kind === 'invalid') return again(wrongIn(refusal.issues));
    if (refusal) return again({ numero: refusal.reason });
    return new SeeOther(applicantPath(id), { tone: 'success', text: RECORDED });
  }

  @Get(':id/correction')
  @Allow(RECORDERS)
  async known(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    const view = await this.viewOf(id, actor);
    const form = valuesOf(view, this.places);
    return recordPage({ form, errors: {}, known: view, choices: await this.choices() });
  }

  @Post(':id/correction')
  @HttpCode(303)
  @Allow(RECORDERS)
  @AcceptsForm()
  async correct(
    @ResourceId() id: string,
    @Body() typed: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const form = new FormValues(typed);
    const view = await this.viewOf(id, actor);
    const ask = { actor, expectedVersion: versionOf(form.text('version')) };
    if (ask.expectedVersion !== view.version) return this.changed(view);
    const choices = await this.choices();
    const again = (errors: FormErrors) => recordPage({ form, errors, known: view, choices });
    const { body, errors } = correctionOf(form, view, this.places);
    const read = await readFields(CorrectDirectApplicantRequest, body);
    if (!read.isRight || Object.keys(errors).length > 0) {
      return again({ ...(read.isRight ? {} : wrongIn(read.issues)), ...errors });
    }
    const said = correctionInput(read.value);
    const refusal = await attempt(() => this.commands.correct(id, said, ask));
    if (refusal?.kind === 'invalid') return again(wrongIn(refusal.issues));
    if (refusal?.code === CHANGED) return this.changed(await this.viewOf(id, actor));
    if (refusal) return again({ suite: refusal.reason });
    return new SeeOther(applicantPath(id), { tone: 'success', text: CORRECTED });
  }

  /** What was typed was typed upon something else: the form shows what is on file now. */
  private async changed(view: DirectApplicantView): Promise<Page> {
    const form = valuesOf(view, this.places);
    return recordPage({
      form,
      errors: {},
      known: view,
      choices: await this.choices(),
      hasChanged: true,
    });
  }

  private async choices(): Promise<readonly Choice[]> {
    return choicesInForce(await this.organisations.all('mission-locale'));
  }

  private viewOf(id: string, actor: PersonActor): Promise<DirectApplicantView> {
    return this.consult.one(id, actor, (item) => this.presenter.view(item, actor));
  }
}

function wrongIn(issues: Parameters<typeof formErrors>[0]): FormErrors {
  return formErrors(issues, FIELD_NAMES, FIELD_WORDS);
}
