import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ROLES, type PersonActor } from '../../kernel/index.js';
import { Pages, type Page } from '../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { HomeWork } from './home-work.js';
import { homePage } from './home.page.js';
import { homeEntries } from './home-entries.js';
import { presentHome, roleLine } from './home.presenter.js';

/** The first page of each role. */
@ApiExcludeController()
@Controller()
export class HomeController {
  constructor(
    private readonly pages: Pages,
    private readonly work: HomeWork,
  ) {}

  @Get()
  @Allow({ roles: ROLES })
  async page(@CurrentActor() actor: PersonActor): Promise<Page> {
    const menu = this.pages.settings.menu.filter(({ roles }) => roles.includes(actor.role));
    return homePage({
      role: roleLine(actor),
      view: presentHome(await this.work.of(actor), actor.role),
      entries: homeEntries(menu),
    });
  }
}
