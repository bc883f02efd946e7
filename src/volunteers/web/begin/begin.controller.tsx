import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  addMonthsToDate,
  Clock,
  localDateIn,
  type LocalDate,
  type PersonActor,
} from '../../../kernel/index.js';
import type { Candidacy } from '../../../candidacies/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { listedName, People, youngPersonView } from '../../../people/index.js';
import { readFields } from '../../../platform/fields/index.js';
import { AcceptsForm, ResourceId } from '../../../platform/http/index.js';
import {
  attempt,
  FormValues,
  type FormErrors,
  type Page,
  SeeOther,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { BeginServiceRequest, toIncorporation } from '../../http/volunteer-commands.request.js';
import { BeginService } from '../../use-cases/begin-service.js';
import { ConsultCandidate } from '../../use-cases/consult-candidate.js';
import { actErrors, incorporationBody, typed } from '../act/act-form.js';
import { PAGE_WRITERS, VOLUNTEERS_PATH } from '../volunteer-words.js';
import { beginPage } from './begin.page.js';

/** A contract is proposed for ten months, which is what most last (domain.md 2.1). */
const USUAL_MONTHS = 10;

/** The selected candidate of the form, with the name above it. */
interface Candidate {
  readonly candidacy: Candidacy;
  readonly name: string;
  readonly today: LocalDate;
}

/** A service begins: the day of incorporation of a selected candidate. */
@ApiExcludeController()
@Controller('volontaires')
export class BeginServiceController {
  constructor(
    private readonly begin: BeginService,
    private readonly consult: ConsultCandidate,
    private readonly people: People,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  @Get('nouveau/:id')
  @Allow(PAGE_WRITERS)
  async page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    const { candidacy, name, today } = await this.candidate(id, actor);
    const planned = candidacy.decision?.plannedIncorporationOn ?? today;
    const form = new FormValues({
      volontariat: 'VS',
      ...typed('incorporation', planned),
      ...typed('fin', addMonthsToDate(planned, USUAL_MONTHS)),
    });
    return beginPage({ name, candidacyId: candidacy.id, form, today });
  }

  @Post('nouveau/:id')
  @HttpCode(303)
  @Allow(PAGE_WRITERS)
  @AcceptsForm()
  async post(
    @ResourceId() candidacyId: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const form = new FormValues(body);
    const { candidacy, name, today } = await this.candidate(candidacyId, actor);
    const again = (errors: FormErrors, status = 422): Page =>
      beginPage({ name, candidacyId: candidacy.id, form, errors, today, status });
    const status = form.optional('statut');
    const read = await readFields(BeginServiceRequest, {
      candidacyId: candidacy.id,
      ...(status === null ? {} : { status }),
      ...incorporationBody(form),
    });
    if (!read.isRight) {
      const errors = actErrors(read.issues);
      return again(
        status === null
          ? { statut: 'Dites comment l’incorporation s’est passée', ...errors }
          : errors,
      );
    }
    const input = { ...toIncorporation(read.value), status: read.value.status };
    let id = '';
    const refusal = await attempt(async () => {
      ({ id } = await this.begin.execute(candidacy.id, input, actor));
    });
    if (refusal?.kind === 'invalid') return again(actErrors(refusal.issues));
    if (refusal) return again({ '': refusal.reason }, 409);
    return new SeeOther(`${VOLUNTEERS_PATH}/${id}`, {
      tone: 'success',
      text: 'Incorporation enregistrée : la mission locale en est informée.',
    });
  }

  /** @throws CandidacyNotFound for an unknown or foreign candidacy */
  private async candidate(id: string, actor: PersonActor): Promise<Candidate> {
    const unit = await this.organisations.byId(actor.organisation.id);
    return this.consult.execute(id, actor, async (candidacy) => {
      const [person] = await this.people.byIds([candidacy.personId]);
      return {
        candidacy,
        name: listedName(person ? youngPersonView(person) : null),
        today: localDateIn(this.clock.now(), unit?.timeZone ?? 'Europe/Paris'),
      };
    });
  }
}
