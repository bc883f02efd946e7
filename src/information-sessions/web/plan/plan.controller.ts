import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { readFields } from '../../../platform/fields/index.js';
import { AcceptsForm } from '../../../platform/http/index.js';
import {
  attempt,
  formErrors,
  FormValues,
  SeeOther,
  type FormErrors,
  type Page,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { PlanSessionRequest } from '../../http/session.request.js';
import { PlanSession } from '../../use-cases/plan-session.js';
import { HOLDERS, SESSIONS_PATH } from '../session-words.js';
import { InvitedUnits } from './invited-units.js';
import { planPage } from './plan.page.js';

const NAMES = {
  '/unit': 'unite',
  '/startsOn': 'jour',
  '/startTime': 'heure',
  '/place': 'lieu',
  '/seats': 'places',
};
const WORDS = {
  'unite required': 'Choisissez l’unité invitée',
  'jour required': 'Saisissez le jour de la séance',
  'jour type-error': 'Saisissez une date réelle, par exemple 14 07 2026',
  'heure required': 'Saisissez l’heure de début',
  'heure constraint-error': 'Saisissez une heure, par exemple 09:30',
  'lieu required': 'Saisissez le lieu',
  'places required': 'Saisissez le nombre de places',
  'places type-error': 'Saisissez le nombre de places en chiffres',
};
const NOTICE = 'Séance planifiée : l’unité la voit et dira si elle vient.';

/** A mission locale plans a session. */
@ApiExcludeController()
@Controller('seances/nouvelle')
export class PlanSessionController {
  constructor(
    private readonly units: InvitedUnits,
    private readonly plan: PlanSession,
  ) {}

  @Get()
  @Allow(HOLDERS)
  async page(@CurrentActor() actor: PersonActor): Promise<Page> {
    return this.form(new FormValues({}), {}, actor);
  }

  @Post()
  @HttpCode(303)
  @Allow(HOLDERS)
  @AcceptsForm()
  async post(@Body() body: unknown, @CurrentActor() actor: PersonActor): Promise<Page | SeeOther> {
    const form = new FormValues(body);
    const seats = form.text('places');
    const read = await readFields(PlanSessionRequest, {
      unit: form.optional('unite'),
      startsOn: form.date('jour'),
      startTime: typedTime(form.text('heure')),
      place: form.optional('lieu'),
      seats: /^\d{1,6}$/.test(seats) ? Number(seats) : seats || null,
    });
    if (!read.isRight) return this.form(form, formErrors(read.issues, NAMES, WORDS), actor);
    const refusal = await attempt(() => this.plan.execute(read.value, actor));
    if (refusal?.kind === 'invalid') {
      return this.form(form, formErrors(refusal.issues, NAMES), actor);
    }
    return new SeeOther(SESSIONS_PATH, { tone: 'success', text: NOTICE });
  }

  private async form(form: FormValues, errors: FormErrors, actor: PersonActor): Promise<Page> {
    return planPage({ form, errors, units: await this.units.of(actor) });
  }
}

/** « 9h30 », « 9 h » and « 09:30 » are the same hour. */
function typedTime(text: string): string | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2})\s*[h:]?\s*(\d{2})?$/i.exec(text) ?? [];
  if (hours === '') return text === '' ? null : text;
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}
