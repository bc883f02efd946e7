import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isRole, ROLES, type PersonActor } from '../../kernel/index.js';
import { AcceptsForm } from '../../platform/http/index.js';
import { ActionForm, FormValues, Page, SeeOther, TitleBar } from '../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { SwitchOrganisation } from '../use-cases/switch-organisation.js';
import { Cookies } from './cookies.js';
import { nextPath } from './next-path.js';
import { ROLE_LABELS } from './role-labels.js';

const EVERYBODY = { roles: ROLES };

/** The organisation, and the role in it, somebody works in. */
@ApiExcludeController()
@Controller('organisation')
export class OrganisationController {
  constructor(
    private readonly switchOrganisation: SwitchOrganisation,
    private readonly cookies: Cookies,
  ) {}

  @Get()
  @Allow(EVERYBODY)
  async page(
    @CurrentActor() actor: PersonActor,
    @Req() request: FastifyRequest,
    @Query('suite') suite: string | undefined,
  ): Promise<Page> {
    const choices = await this.switchOrganisation.choices(this.tokenOf(request), actor);
    const content = (
      <div class="app-column">
        <TitleBar title="Choisir un organisme" />
        <p>Vous travaillez pour un organisme à la fois. Vous pourrez en changer à tout moment.</p>
        <ul class="app-choices">
          {choices.map(({ organisation: { code }, role, name }) => (
            <li key={`${code} ${role}`}>
              <ActionForm
                action="/organisation"
                kind="secondary"
                label={`${name} – ${ROLE_LABELS[role]}`}
                values={{ organisme: code, role, suite: nextPath(suite) }}
              />
            </li>
          ))}
        </ul>
      </div>
    );
    return new Page('Choisir un organisme', content);
  }

  @Post()
  @HttpCode(303)
  @Allow(EVERYBODY)
  @AcceptsForm()
  async choose(
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther> {
    const form = new FormValues(body);
    const role = form.text('role');
    const command = { organisationCode: form.text('organisme'), role: isRole(role) ? role : null };
    const fresh = await this.switchOrganisation.execute(command, this.tokenOf(request), actor);
    reply.header('set-cookie', this.cookies.of.keepSession(fresh));
    return new SeeOther(nextPath(form.text('suite')));
  }

  private tokenOf(request: FastifyRequest): string {
    return this.cookies.of.session(request.headers.cookie) ?? '';
  }
}
