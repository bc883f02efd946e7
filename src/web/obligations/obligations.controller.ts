import { Controller, Get, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Menu, Pages, type Page } from '../../platform/pages/index.js';
import { actorOf, Public } from '../../platform/security/index.js';
import { accessibilityPage } from './accessibility.page.js';
import { helpPage } from './help.page.js';
import { legalNoticesPage } from './legal-notices.page.js';
import { personalDataPage } from './personal-data.page.js';
import { siteMapPage } from './site-map.page.js';

/** Help and the pages that the law asks for, open to everybody. */
@ApiExcludeController()
@Controller()
export class ObligationsController {
  constructor(private readonly pages: Pages) {}

  @Get('aide')
  @Public()
  help(): Page {
    return helpPage();
  }

  @Get('accessibilite')
  @Public()
  accessibility(): Page {
    return accessibilityPage();
  }

  @Get('donnees-personnelles')
  @Public()
  personalData(): Page {
    return personalDataPage();
  }

  @Get('mentions-legales')
  @Public()
  legalNotices(): Page {
    return legalNoticesPage();
  }

  @Get('plan-du-site')
  @Public()
  siteMap(@Req() request: FastifyRequest): Page {
    const actor = actorOf(request);
    const { menu } = this.pages.settings;
    if (actor?.type !== 'person') return siteMapPage(menu, false);
    return siteMapPage(new Menu(menu).of(actor.role), true);
  }
}
