import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ChangedMeanwhile, type PersonActor } from '../../../../kernel/index.js';
import { AcceptsForm, ResourceId } from '../../../../platform/http/index.js';
import {
  attempt,
  FormValues,
  SeeOther,
  versionOf,
  type FormErrors,
  type Page,
} from '../../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../../platform/security/index.js';
import { PrepareReferral } from '../../../use-cases/prepare-referral.js';
import { SubmitReferral } from '../../../use-cases/submit-referral.js';
import { ADVISERS } from '../../mission-locale-roles.js';
import { WORKLIST_PATH } from '../../worklist/worklist-search.js';
import { isMinorIn } from '../minor.js';
import { PlaceTexts } from '../place-texts.js';
import { ReferChoices } from '../refer-choices.js';
import { checkPath } from '../refer-paths.js';
import { readReferral, referralErrors } from '../referral-form.js';
import { DRAFT_KEPT } from '../start/start.controller.js';
import { forbiddenErrors, typedValues } from '../typed-values.js';
import { detailsPage, type DetailsProps } from './details.page.js';

/** The form of a referral: filled in at once or in several times. */
@ApiExcludeController()
@Controller('orientations/nouvelle/:id')
export class ReferDetailsController {
  constructor(
    private readonly prepare: PrepareReferral,
    private readonly submitReferral: SubmitReferral,
    private readonly choices: ReferChoices,
    private readonly places: PlaceTexts,
  ) {}

  @Get()
  @Allow(ADVISERS)
  async page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    const { typed, version } = await this.prepare.one(id, actor);
    return this.show({ id, version, form: new FormValues(typed) }, actor);
  }

  @Post()
  @HttpCode(303)
  @Allow(ADVISERS)
  @AcceptsForm()
  async keep(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const form = new FormValues(body);
    const version = versionOf(form.text('version'));
    const typed = typedValues(form);
    const forbidden = forbiddenErrors(typed);
    if (Object.keys(forbidden).length > 0) {
      return this.show({ id, version, form, errors: forbidden }, actor);
    }
    const refusal = await attempt(() => this.prepare.keep(id, version, typed, actor));
    if (refusal) return this.changed(id, form, actor);
    if (form.text('etape') === 'brouillon') return new SeeOther(WORKLIST_PATH, DRAFT_KEPT);
    const errors = await this.errorsOf(form, actor);
    if (Object.keys(errors).length === 0) return new SeeOther(checkPath(id));
    return this.show({ id, version: version + 1, form, errors }, actor);
  }

  private async errorsOf(form: FormValues, actor: PersonActor): Promise<FormErrors> {
    const read = await readReferral(form, this.places);
    if (!read.isRight) return read.errors;
    const refusal = await attempt(() => this.submitReferral.check(read.command, actor));
    return refusal?.kind === 'invalid' ? referralErrors(refusal.issues, form) : {};
  }

  /** What was typed stays on the page, over the version that is kept now. */
  private async changed(id: string, form: FormValues, actor: PersonActor): Promise<Page> {
    const { version } = await this.prepare.one(id, actor);
    return this.show({ id, version, form, refusal: new ChangedMeanwhile().message }, actor);
  }

  private async show(
    props: Omit<DetailsProps, 'choices' | 'isMinor'>,
    actor: PersonActor,
  ): Promise<Page> {
    const choices = await this.choices.of(actor);
    return detailsPage({ ...props, choices, isMinor: isMinorIn(props.form, choices.today) });
  }
}
