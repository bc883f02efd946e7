import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { readFields } from '../../../platform/fields/index.js';
import { AcceptsForm, ResourceId } from '../../../platform/http/index.js';
import {
  attempt,
  FormValues,
  reasonOf,
  SeeOther,
  versionOf,
  type Choice,
  type Page,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { DirectApplicantPresenter } from '../../http/direct-applicant.presenter.js';
import { AnswerDirectApplicantRequest } from '../../http/direct-applicant.request.js';
import type { DirectApplicantView } from '../../http/direct-applicant.view.js';
import { ConsultApplicants } from '../../use-cases/consult-applicants.js';
import { RunDirectCommand, type DirectAsk } from '../../use-cases/run-direct-command.js';
import {
  ANSWERERS,
  applicantPath,
  APPLICANTS_PATH,
  choicesInForce,
  PAGE_READERS,
  RECORDERS,
} from '../applicant-words.js';
import { filePage } from './file.page.js';

const UNCHOSEN = 'Choisissez une mission locale.';
const UNANSWERED = 'Choisissez une réponse et saisissez une date de contact réelle.';

/** One direct applicant, and what each side does with the invitation. */
@ApiExcludeController()
@Controller('candidats-directs')
export class ApplicantFileController {
  constructor(
    private readonly consult: ConsultApplicants,
    private readonly presenter: DirectApplicantPresenter,
    private readonly commands: RunDirectCommand,
    private readonly organisations: OrganisationDirectory,
  ) {}

  @Get(':id')
  @Allow(PAGE_READERS)
  page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    return this.show(id, actor, null);
  }

  @Post(':id/mission-locale')
  @HttpCode(303)
  @Allow(RECORDERS)
  @AcceptsForm()
  assign(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const form = new FormValues(body);
    const code = form.text('mission-locale');
    if (code === '') return this.show(id, actor, UNCHOSEN);
    const act = () => this.commands.assign(id, code.slice(0, 14), askOf(form, actor));
    return this.run(id, actor, act, 'Mission locale choisie.');
  }

  @Post(':id/reponse')
  @HttpCode(303)
  @Allow(ANSWERERS)
  @AcceptsForm()
  async answer(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const form = new FormValues(body);
    const said = { code: form.optional('reponse'), contactedOn: form.date('contact') };
    const read = await readFields(AnswerDirectApplicantRequest, said);
    if (!read.isRight) return this.show(id, actor, UNANSWERED);
    const { code, contactedOn = null } = read.value;
    const act = () => this.commands.answer(id, { code, contactedOn }, askOf(form, actor));
    // Who lives elsewhere is still to be read here, until the unit chooses.
    return this.run(id, actor, act, 'Réponse enregistrée : l’unité la voit aussi.');
  }

  @Post(':id/reouverture')
  @HttpCode(303)
  @Allow(ANSWERERS)
  @AcceptsForm()
  reopen(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const act = () => this.commands.simple(id, 'reopen', askOf(new FormValues(body), actor));
    return this.run(id, actor, act, 'Réponse annulée : l’invitation attend de nouveau.');
  }

  /** The record was a mistake, or the young person took the agreement back: the identity goes at once. */
  @Post(':id/retrait')
  @HttpCode(303)
  @Allow(RECORDERS)
  @AcceptsForm()
  withdraw(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const act = () => this.commands.simple(id, 'withdraw', askOf(new FormValues(body), actor));
    return this.run(id, actor, act, 'Candidat retiré : son identité est effacée.', APPLICANTS_PATH);
  }

  private async run(
    id: string,
    actor: PersonActor,
    act: () => Promise<unknown>,
    text: string,
    next = applicantPath(id),
  ): Promise<Page | SeeOther> {
    const refusal = await attempt(act);
    if (!refusal) return new SeeOther(next, { tone: 'success', text });
    return this.show(id, actor, reasonOf(refusal));
  }

  private async show(id: string, actor: PersonActor, refusal: string | null): Promise<Page> {
    const view = await this.consult.one(id, actor, (item) => this.presenter.view(item, actor));
    return filePage(view, await this.choices(view), refusal);
  }

  /** Those that the commune names; of none, all those in force. */
  private async choices(view: DirectApplicantView): Promise<readonly Choice[]> {
    if (!view.availableCommands.includes('assign')) return [];
    const named = view.candidates.map(({ code, name }) => ({ value: code, label: name }));
    if (named.length > 0) return named;
    return choicesInForce(await this.organisations.all('mission-locale'));
  }
}

function askOf(form: FormValues, actor: PersonActor): DirectAsk {
  return { actor, expectedVersion: versionOf(form.text('version')) };
}
