import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ROLES, type PersonActor } from '../../kernel/index.js';
import { Page, Pages, TitleBar } from '../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { homeEntries, roleLine } from './home.presenter.js';

/** The first page of each role. */
@ApiExcludeController()
@Controller()
export class HomeController {
  constructor(private readonly pages: Pages) {}

  @Get()
  @Allow({ roles: ROLES })
  page(@CurrentActor() actor: PersonActor): Page {
    const menu = this.pages.settings.menu.filter(({ roles }) => roles.includes(actor.role));
    const content = (
      <>
        <TitleBar title="Accueil" over={roleLine(actor)} />
        <ul class="app-cards">
          {homeEntries(menu).map(({ href, title, about }) => (
            <li key={href}>
              <h2 class="fr-h4">
                <a href={href}>{title}</a>
              </h2>
              <p>{about}</p>
            </li>
          ))}
        </ul>
      </>
    );
    return new Page('Accueil', content);
  }
}
