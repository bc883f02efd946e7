import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { MAIL_PREFERENCES_PATH } from '../../accounts/index.js';
import { isCodeOf, ROLES, type PersonActor } from '../../kernel/index.js';
import { AcceptsForm } from '../../platform/http/index.js';
import { FormValues, SeeOther, type Page } from '../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { DIGEST_FREQUENCIES } from '../domain/digest-frequency.js';
import { ChooseFrequency } from '../use-cases/choose-frequency.js';
import { DigestPost } from '../use-cases/ports.js';
import { FREQUENCY_FIELD, preferencesPage } from './preferences.page.js';

/** Of one’s own account: how often one wants to be written to. */
@ApiExcludeController()
@Controller(MAIL_PREFERENCES_PATH)
export class PreferencesController {
  constructor(
    private readonly frequency: ChooseFrequency,
    private readonly post: DigestPost,
  ) {}

  @Get()
  @Allow({ roles: ROLES })
  async page(@CurrentActor() actor: PersonActor): Promise<Page> {
    return preferencesPage(await this.frequency.current(actor), this.post.isOn);
  }

  @Post()
  @HttpCode(303)
  @Allow({ roles: ROLES })
  @AcceptsForm()
  async choose(
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const chosen = new FormValues(body).text(FREQUENCY_FIELD);
    if (!isCodeOf(DIGEST_FREQUENCIES, chosen)) {
      const errors = { [FREQUENCY_FIELD]: 'Sélectionnez une fréquence' };
      return preferencesPage('', this.post.isOn, errors);
    }
    await this.frequency.execute(chosen, actor);
    return new SeeOther(MAIL_PREFERENCES_PATH, { tone: 'success', text: 'Choix enregistré.' });
  }
}
