import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../../kernel/index.js';
import { AcceptsForm, ResourceId } from '../../../../platform/http/index.js';
import {
  ActionForm,
  attempt,
  FormValues,
  Page,
  SeeOther,
  TitleBar,
  versionOf,
} from '../../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../../platform/security/index.js';
import { PrepareReferral } from '../../../use-cases/prepare-referral.js';
import { ADVISERS } from '../../mission-locale-roles.js';
import { WORKLIST_PATH } from '../../worklist/worklist-search.js';
import { detailsPath, dropPath, REFER_CRUMBS } from '../refer-paths.js';
import { preparedName } from '../prepared-name.js';

const TITLE = 'Supprimer le brouillon';

/** Gives up what was typed, after a page that asks once. */
@ApiExcludeController()
@Controller('orientations/nouvelle/:id/suppression')
export class ReferDropController {
  constructor(private readonly prepare: PrepareReferral) {}

  @Get()
  @Allow(ADVISERS)
  async page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    const { typed, version } = await this.prepare.one(id, actor);
    const content = (
      <div class="app-column">
        <TitleBar title={TITLE} over={preparedName(typed)} />
        <p>
          Tout ce qui a été saisi dans ce brouillon sera effacé. Vous ne pourrez pas annuler. Rien
          n’a été transmis à l’unité.
        </p>
        <div class="app-buttons">
          <ActionForm action={dropPath(id)} label={TITLE} values={{ version: String(version) }} />
          <a class="fr-btn fr-btn--tertiary" href={detailsPath(id)}>
            Revenir au brouillon
          </a>
        </div>
      </div>
    );
    return new Page(TITLE, content, { crumbs: REFER_CRUMBS });
  }

  @Post()
  @HttpCode(303)
  @Allow(ADVISERS)
  @AcceptsForm()
  async drop(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<SeeOther> {
    const version = versionOf(new FormValues(body).text('version'));
    const refusal = await attempt(() => this.prepare.drop(id, version, actor));
    return refusal === null
      ? new SeeOther(WORKLIST_PATH, { tone: 'success', text: 'Brouillon supprimé.' })
      : new SeeOther(detailsPath(id), { tone: 'warning', text: CHANGED });
  }
}

const CHANGED = 'Ce brouillon a changé entre-temps : relisez-le avant de le supprimer.';
