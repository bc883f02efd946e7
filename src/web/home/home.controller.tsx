import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ROLES, type PersonActor } from '../../kernel/index.js';
import { Page, TitleBar } from '../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';

/** The first page: what needs doing, by role. */
@ApiExcludeController()
@Controller()
export class HomeController {
  @Get()
  @Allow({ roles: ROLES })
  page(@CurrentActor() actor: PersonActor): Page {
    return new Page('Accueil', <TitleBar title="Accueil" over={actor.role} />);
  }
}
