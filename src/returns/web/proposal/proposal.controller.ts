import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Clock, localDateIn, TERRITORIES, type PersonActor } from '../../../kernel/index.js';
import { isActiveOn, OrganisationDirectory } from '../../../organisations/index.js';
import { readFields } from '../../../platform/fields/index.js';
import { AcceptsForm, ResourceId } from '../../../platform/http/index.js';
import {
  attempt,
  formErrors,
  FormValues,
  SeeOther,
  versionOf,
  type ChoiceGroup,
  type FormErrors,
  type Page,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { ProposeTransferRequest } from '../../http/transfer.request.js';
import { ProposeTransfer } from '../../use-cases/propose-transfer.js';
import { changedFilePage, NOT_NOW } from '../file/file.page.js';
import { ReturnFiles, type ReturnFile } from '../file/return-files.js';
import { RETURN_READERS } from '../return-roles.js';
import { RETURNS_PATH } from '../worklist/worklist-search.js';
import { proposalPage } from './proposal.page.js';

const NAMES = { '/missionLocale': 'mission-locale', '/reason': 'motif' };
const WORDS = {
  'mission-locale': 'Choisissez la mission locale à qui vous proposez ce retour',
  motif: 'Choisissez un motif',
};
const NOTICE = 'Transfert proposé : vous suivez ce retour jusqu’à la réponse.';

/** The form by which a return is proposed to another mission locale. */
@ApiExcludeController()
@Controller('retours')
export class ProposalController {
  constructor(
    private readonly files: ReturnFiles,
    private readonly proposing: ProposeTransfer,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  @Get(':id/transfert')
  @Allow(RETURN_READERS)
  async page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    const file = await this.files.one(id, actor);
    const isOpen = file.view.availableCommands.includes('propose-transfer');
    if (!isOpen) return changedFilePage(file, NOT_NOW);
    return this.form(file, { version: String(file.version), to: '', reason: '' }, {});
  }

  @Post(':id/transfert')
  @HttpCode(303)
  @Allow(RETURN_READERS)
  @AcceptsForm()
  async propose(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const form = new FormValues(body);
    const [to, reason] = [form.text('mission-locale'), form.text('motif')];
    const typed = { version: form.text('version'), to, reason };
    const read = await readFields(ProposeTransferRequest, { missionLocale: to, reason });
    const again = async (errors: FormErrors): Promise<Page> =>
      this.form(await this.files.one(id, actor), typed, errors);
    if (!read.isRight) return again(formErrors(read.issues, NAMES, WORDS));
    const { missionLocale, reason: code } = read.value;
    const expectedVersion = versionOf(typed.version);
    const input = { missionLocaleCode: missionLocale, reason: code, expectedVersion };
    const refusal = await attempt(() => this.proposing.execute(id, input, actor));
    if (refusal?.kind === 'invalid') return again(formErrors(refusal.issues, NAMES, WORDS));
    if (refusal) return changedFilePage(await this.files.one(id, actor), refusal.reason);
    return new SeeOther(`${RETURNS_PATH}/${id}`, { tone: 'success', text: NOTICE });
  }

  private async form(
    file: ReturnFile,
    typed: { readonly version: string; readonly to: string; readonly reason: string },
    errors: FormErrors,
  ): Promise<Page> {
    const groups = await this.destinations(file.view.missionLocale?.code ?? null);
    return proposalPage({ file, groups, ...typed, errors });
  }

  /** Every mission locale at work but the one in charge, by territory. */
  private async destinations(ownCode: string | null): Promise<ChoiceGroup[]> {
    const now = this.clock.now();
    const open = (await this.organisations.all('mission-locale')).filter(
      (one) => one.code !== ownCode && isActiveOn(one, localDateIn(now, one.timeZone)),
    );
    const territories = [...new Set(open.map(({ territory }) => territory))];
    return territories.map((territory) => ({
      title: TERRITORIES[territory].name,
      choices: open
        .filter((one) => one.territory === territory)
        .map(({ code, usualName }) => ({ value: code, label: usualName }))
        .toSorted((one, other) => one.label.localeCompare(other.label, 'fr')),
    }));
  }
}
