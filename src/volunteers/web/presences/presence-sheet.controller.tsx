import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Clock, localDateIn, type LocalDate, type PersonActor } from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { listedName } from '../../../people/index.js';
import { AcceptsForm } from '../../../platform/http/index.js';
import { counted, typeset } from '../../../platform/french/index.js';
import {
  FormValues,
  rowToken,
  SeeOther,
  type FormErrors,
  type Notice,
  type Page,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { viewLimits } from '../../domain/service-views.rules.js';
import { VolunteerPresenter } from '../../http/volunteer.presenter.js';
import { ConsultServiceList, type ServiceListFound } from '../../use-cases/consult-service-list.js';
import { PAGE_WRITERS, PRESENCES_PATH } from '../volunteer-words.js';
import { MOST_FIELDS, OTHERS, readSheet } from './presence-sheet-form.js';
import { presenceSheetPage, type SheetRow } from './presence-sheet.page.js';
import { RecordPresences } from './record-presences.js';

/** The month that is over, told of everybody on one page. */
@ApiExcludeController()
@Controller('volontaires/presences')
export class PresenceSheetController {
  constructor(
    private readonly consult: ConsultServiceList,
    private readonly presenter: VolunteerPresenter,
    private readonly record: RecordPresences,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow(PAGE_WRITERS)
  page(@CurrentActor() actor: PersonActor): Promise<Page> {
    return this.sheet(actor);
  }

  @Post()
  @HttpCode(303)
  @Allow(PAGE_WRITERS)
  @AcceptsForm(MOST_FIELDS)
  async send(@Body() body: unknown, @CurrentActor() actor: PersonActor): Promise<Page | SeeOther> {
    const said = readSheet(new FormValues(body));
    if (said.length === 0) return this.sheet(actor, NOTHING_SAID);
    const { saved, refused } = await this.record.execute(said, actor);
    return new SeeOther(PRESENCES_PATH, noticeOf(saved, refused));
  }

  private async sheet(actor: PersonActor, errors: FormErrors = {}): Promise<Page> {
    const today = await this.today(actor);
    const request = { search: {}, view: 'presence', page: 1, today } as const;
    return this.consult.execute(request, actor, async (found) =>
      presenceSheetPage({
        month: viewLimits(today).presenceOf,
        rows: await this.rows(found, actor),
        total: found.counts.presence,
        errors,
      }),
    );
  }

  private async rows({ services }: ServiceListFound, actor: PersonActor): Promise<SheetRow[]> {
    const views = await this.presenter.views(services, actor);
    return views.map(({ id, youngPerson, unitFileNumber, missionLocale }, index) => ({
      id,
      number: index + 1,
      token: rowToken({ id, version: services[index]?.volunteer.version ?? 0 }),
      name: listedName(youngPerson),
      under: unitFileNumber === null ? '' : `N° ${unitFileNumber}`,
      partner: missionLocale?.name ?? '',
    }));
  }

  private async today({ organisation }: PersonActor): Promise<LocalDate> {
    const unit = await this.organisations.byId(organisation.id);
    return localDateIn(this.clock.now(), unit?.timeZone ?? 'Europe/Paris');
  }
}

const NOTHING_SAID: FormErrors = {
  [OTHERS.name]: 'Choisissez au moins une présence, ou cochez la case pour tous les autres.',
};

function noticeOf(saved: number, refused: number): Notice {
  const done = `${counted(saved, 'présence enregistrée', 'présences enregistrées')}.`;
  if (refused === 0) return { tone: 'success', text: done };
  const left = counted(refused, 'jeune a changé', 'jeunes ont changé');
  const stays = refused === 1 ? 'il reste' : 'ils restent';
  return { tone: 'warning', text: typeset(`${done} ${left} entre-temps : ${stays} à dire.`) };
}
