import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { AcceptsForm, ResourceId } from '../../../platform/http/index.js';
import {
  attempt,
  FormValues,
  reasonOf,
  SeeOther,
  type Page,
} from '../../../platform/pages/index.js';
import { Allow, CountedAs, CurrentActor } from '../../../platform/security/index.js';
import { searchOf } from '../../../referrals/index.js';
import { SessionPresenter } from '../../http/session.presenter.js';
import { FindPeopleToRegister } from '../../use-cases/find-people-to-register.js';
import { RunSessionCommand } from '../../use-cases/run-session-command.js';
import { personOf } from '../session/session.controller.js';
import { SessionFiles } from '../session/session-files.js';
import { sessionPage } from '../session/session.page.js';
import { HOLDERS, sessionPath } from '../session-words.js';
import { registerPage } from './register.page.js';

const LONGEST_TEXT = 100;

/** Somebody the mission locale knows is registered: looked for by name or i-milo number. */
@ApiExcludeController()
@Controller('seances/:id/inscription')
export class RegisterController {
  constructor(
    private readonly find: FindPeopleToRegister,
    private readonly presenter: SessionPresenter,
    private readonly files: SessionFiles,
    private readonly runCommand: RunSessionCommand,
  ) {}

  @Get()
  @CountedAs('search')
  @Allow(HOLDERS)
  async page(
    @ResourceId() id: string,
    @Query() query: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page> {
    const text = new FormValues(query).text('recherche').slice(0, LONGEST_TEXT);
    const search = text === '' ? null : searchOf({ text, page: 1 });
    const { session, found, total } = await this.find.execute(id, search, actor);
    const [view] = await this.presenter.views([session], actor);
    if (!view) throw new Error('one view per session');
    return registerPage({ view, text, found, total });
  }

  @Post()
  @HttpCode(303)
  @Allow(HOLDERS)
  @AcceptsForm()
  async post(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const personId = personOf(new FormValues(body));
    const request = { command: 'register', personId } as const;
    const refusal = await attempt(() => this.runCommand.execute(id, request, actor));
    if (refusal) {
      return sessionPage(await this.files.one(id, actor), reasonOf(refusal));
    }
    return new SeeOther(sessionPath(id), { tone: 'success', text: 'Jeune inscrit à la séance.' });
  }
}
