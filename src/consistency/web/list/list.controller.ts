import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { People } from '../../../people/index.js';
import { FormValues, type Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { ConsultExceptions } from '../../use-cases/consult-exceptions.js';
import { REPAIRERS } from '../exception-words.js';
import { exceptionsPage } from './list.page.js';
import { presentExceptions } from './list.presenter.js';

const LAST_PAGE = 100_000;

/** What an organisation has to repair so that nobody is lost. */
@ApiExcludeController()
@Controller('coherence')
export class ExceptionListController {
  constructor(
    private readonly consult: ConsultExceptions,
    private readonly people: People,
  ) {}

  @Get()
  @Allow({ roles: REPAIRERS })
  async page(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const page = pageOf(query);
    const view = await this.consult.page(page, actor, async ({ items, total, search }) => {
      const ids = new Set(items.flatMap(({ personId }) => personId ?? []));
      const found = await this.people.byIds([...ids]);
      const people = new Map(found.map((person) => [person.id, person]));
      return presentExceptions({ items, people, total, page, today: search.days.today });
    });
    return exceptionsPage(view, page);
  }
}

/** What does not read is the first page: a link never answers an error. */
function pageOf(query: unknown): number {
  const page = Number(new FormValues(query).text('page'));
  return Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1;
}
