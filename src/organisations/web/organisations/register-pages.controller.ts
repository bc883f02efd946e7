import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { AcceptsForm, ResourceId } from '../../../platform/http/index.js';
import {
  attempt,
  formErrors,
  FormValues,
  SeeOther,
  versionOf,
  viewerOf,
  type Page,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { organisationText } from '../../domain/organisation-text.js';
import {
  ChangeOrganisation,
  type OrganisationDifference,
} from '../../use-cases/change-organisation.js';
import { ConsultRegister, type ConsultedOrganisation } from '../../use-cases/consult-register.js';
import { differencePage } from './difference.page.js';
import { FIELDS_BY_POINTER, formOfText, textOfForm } from './organisation-form.js';
import { organisationFormPage } from './organisation-form.page.js';
import { organisationPage } from './organisation.page.js';
import { registerPage } from './register.page.js';
import { readRegisterAddress, REGISTER_PATH, REGISTER_TABS } from './register-search.js';
import { valuesBefore } from './values-before.js';

const ADMINISTRATORS = { roles: ['admin'] } as const;
const CHANGED =
  'Quelqu’un d’autre a modifié cet organisme entre-temps : revenez à sa page, puis recommencez.';

/** The register of organisations, for administrators: every change is shown before it is applied. */
@ApiExcludeController()
@Controller('admin/organisations')
export class RegisterPagesController {
  constructor(
    private readonly consult: ConsultRegister,
    private readonly organisations: ChangeOrganisation,
  ) {}

  @Get()
  @Allow(ADMINISTRATORS)
  async list(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const address = readRegisterAddress(query);
    const { text, kind, territory, tab } = address;
    const search = { text, kind, territory, standing: REGISTER_TABS[tab].standing };
    return registerPage({ address, ...(await this.consult.page(search, address.page, actor)) });
  }

  @Get('nouveau')
  @Allow(ADMINISTRATORS)
  newForm(@Query() query: unknown): Page {
    return organisationFormPage(null, { form: new FormValues(query) });
  }

  @Post('nouveau')
  @HttpCode(200)
  @Allow(ADMINISTRATORS)
  @AcceptsForm()
  async checkNew(@Body() body: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const form = new FormValues(body);
    const found: OrganisationDifference[] = [];
    const refusal = await attempt(async () => {
      found.push(await this.organisations.previewNew(textOfForm(form), actor));
    });
    const [difference] = found;
    if (difference) return differencePage({ difference, version: '', closing: null });
    return organisationFormPage(null, { form, ...refusalOf(refusal) });
  }

  @Post()
  @HttpCode(303)
  @Allow(ADMINISTRATORS)
  @AcceptsForm()
  async add(@Body() body: unknown, @CurrentActor() actor: PersonActor): Promise<Page | SeeOther> {
    const form = new FormValues(body);
    let id = '';
    const refusal = await attempt(async () => {
      id = await this.organisations.add(textOfForm(form), actor);
    });
    if (refusal) return organisationFormPage(null, { form, ...refusalOf(refusal) });
    return new SeeOther(`${REGISTER_PATH}/${id}`, { tone: 'success', text: 'Organisme ajouté.' });
  }

  @Get(':id')
  @Allow(ADMINISTRATORS)
  async one(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    const timeZone = viewerOf(actor)?.timeZone ?? 'Europe/Paris';
    return organisationPage(await this.consult.one(id, actor), timeZone);
  }

  @Get(':id/modification')
  @Allow(ADMINISTRATORS)
  async form(
    @ResourceId() id: string,
    @Query() query: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page> {
    const consulted = await this.consult.one(id, actor);
    const { organisation, history } = consulted;
    const typed = new FormValues(query);
    const isTypedAgain = typed.text('version') !== '';
    const text = valuesBefore(organisation, history, typed.text('acte'));
    const kept = { ...formOfText(text), version: String(organisation.version) };
    return organisationFormPage(organisation, {
      form: isTypedAgain ? typed : new FormValues(kept),
    });
  }

  @Post(':id/modification')
  @HttpCode(200)
  @Allow(ADMINISTRATORS)
  @AcceptsForm()
  async check(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page> {
    const form = new FormValues(body);
    const found: OrganisationDifference[] = [];
    const refusal = await attempt(async () => {
      found.push(await this.organisations.preview({ id, text: textOfForm(form) }, actor));
    });
    const consulted = await this.consult.one(id, actor);
    const [difference] = found;
    if (!difference) {
      return organisationFormPage(consulted.organisation, { form, ...refusalOf(refusal) });
    }
    const version = String(versionOf(form.text('version')));
    return differencePage({ difference, version, closing: closingOf(difference, consulted) });
  }

  @Post(':id')
  @HttpCode(303)
  @Allow(ADMINISTRATORS)
  @AcceptsForm()
  async apply(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const form = new FormValues(body);
    const version = versionOf(form.text('version'));
    const command = { id, version, text: textOfForm(form) };
    const refusal = await attempt(() => this.organisations.execute(command, actor));
    if (!refusal) {
      const text = 'Changements appliqués.';
      return new SeeOther(`${REGISTER_PATH}/${id}`, { tone: 'success', text });
    }
    const { organisation } = await this.consult.one(id, actor);
    // What was typed stays; applied again, it is compared with what stands now.
    const latest = new FormValues({
      ...formOfText({ ...organisationText(organisation), ...command.text }),
      version: String(organisation.version),
    });
    return organisationFormPage(organisation, { form: latest, ...refusalOf(refusal) });
  }
}

function refusalOf(refusal: Awaited<ReturnType<typeof attempt>>) {
  if (refusal?.kind === 'invalid') return { errors: formErrors(refusal.issues, FIELDS_BY_POINTER) };
  const isChanged = refusal?.code === 'changed-meanwhile';
  return { refusal: isChanged ? CHANGED : (refusal?.reason ?? '') };
}

/** What ends with an organisation that gets a last day, or an earlier one. */
function closingOf(
  { before, after }: OrganisationDifference,
  { attached, openFiles }: ConsultedOrganisation,
) {
  if (after.validTo === null || before?.validTo === after.validTo) return null;
  return { attached, openFiles };
}
