import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ChangedMeanwhile, type PersonActor } from '../../../../kernel/index.js';
import { OrganisationDirectory } from '../../../../organisations/index.js';
import { listedName } from '../../../../people/index.js';
import { AcceptsForm, ResourceId } from '../../../../platform/http/index.js';
import {
  attempt,
  FormValues,
  SeeOther,
  versionOf,
  type Page,
} from '../../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../../platform/security/index.js';
import { ReferralNotFound } from '../../../domain/errors.js';
import type { Preparation } from '../../../domain/preparation.js';
import { FindKnownPeople } from '../../../use-cases/find-known-people.js';
import { PrepareReferral } from '../../../use-cases/prepare-referral.js';
import { SubmitReferral, type SubmitReferralCommand } from '../../../use-cases/submit-referral.js';
import { TransmitPreparation } from '../../../use-cases/transmit-preparation.js';
import { ADVISERS } from '../../mission-locale-roles.js';
import { WORKLIST_PATH } from '../../worklist/worklist-search.js';
import { isMinorIn } from '../minor.js';
import { PlaceTexts } from '../place-texts.js';
import { ReferChoices } from '../refer-choices.js';
import { detailsPath } from '../refer-paths.js';
import { readReferral } from '../referral-form.js';
import { presentKnown } from '../start/known-people.presenter.js';
import { checkPage } from './check.page.js';
import { presentAnswers } from './check.presenter.js';

/** The last look, and the sending. */
@ApiExcludeController()
@Controller('orientations/nouvelle/:id/verification')
export class ReferCheckController {
  constructor(
    private readonly prepare: PrepareReferral,
    private readonly transmit: TransmitPreparation,
    private readonly submitReferral: SubmitReferral,
    private readonly findKnown: FindKnownPeople,
    private readonly organisations: OrganisationDirectory,
    private readonly choices: ReferChoices,
    private readonly places: PlaceTexts,
  ) {}

  @Get()
  @Allow(ADVISERS)
  async page(
    @ResourceId() id: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    return this.show(await this.prepare.one(id, actor), actor);
  }

  @Post()
  @HttpCode(303)
  @Allow(ADVISERS)
  @AcceptsForm()
  async send(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const prepared = await this.preparedOrSent(id, actor);
    if (prepared === 'sent') return sent(id);
    if (versionOf(new FormValues(body).text('version')) !== prepared.version) {
      return this.show(prepared, actor, new ChangedMeanwhile().message);
    }
    const read = await readReferral(new FormValues(prepared.typed), this.places);
    if (!read.isRight) return incomplete(id);
    const refusal = await attempt(() => this.transmit.execute(prepared, read.command, actor));
    if (refusal === null) return sent(id);
    return refusal.kind === 'invalid' ? incomplete(id) : this.show(prepared, actor, refusal.reason);
  }

  /** What was sent already is not prepared any more: a second click finds the referral. */
  private async preparedOrSent(id: string, actor: PersonActor): Promise<Preparation | 'sent'> {
    try {
      return await this.prepare.one(id, actor);
    } catch (error) {
      if (!(error instanceof ReferralNotFound)) throw error;
      await this.transmit.assertSent(id, actor);
      return 'sent';
    }
  }

  private async show(
    { id, typed, version }: Preparation,
    actor: PersonActor,
    refusal?: string,
  ): Promise<Page | SeeOther> {
    const form = new FormValues(typed);
    const read = await readReferral(form, this.places);
    if (!read.isRight) return incomplete(id);
    const { command } = read;
    const checked = await this.warningsOf(command, actor);
    if (checked === null) return incomplete(id);
    const known = await this.findKnown.execute(command.person, actor);
    const { today } = await this.choices.of(actor);
    const unit = (await this.organisations.byCode(command.unitCode))?.usualName ?? '';
    const isMinor = isMinorIn(form, today);
    const placeOf = (code: string): string => this.places.nameOf(code);
    return checkPage({
      id,
      version,
      name: listedName(command.person.identity),
      unit,
      groups: presentAnswers(command, { unit, placeOf, isMinor }),
      warnings: checked,
      open: presentKnown(known).filter(({ open }) => open !== null),
      ...(refusal === undefined ? {} : { refusal }),
    });
  }

  private async warningsOf(command: SubmitReferralCommand, actor: PersonActor) {
    let warnings: Awaited<ReturnType<SubmitReferral['check']>> = [];
    const refusal = await attempt(async () => {
      warnings = await this.submitReferral.check(command, actor);
    });
    return refusal === null ? warnings : null;
  }
}

function sent(id: string): SeeOther {
  return new SeeOther(`${WORKLIST_PATH}/${id}`, {
    tone: 'success',
    text: 'Orientation transmise : l’unité doit maintenant répondre.',
  });
}

function incomplete(id: string): SeeOther {
  return new SeeOther(detailsPath(id), {
    tone: 'warning',
    text: 'Cette orientation n’est pas prête : choisissez « Continuer » pour voir ce qui manque.',
  });
}
