import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { CommuneDirectory } from '../../../organisations/index.js';
import { AcceptsForm, ResourceId } from '../../../platform/http/index.js';
import {
  attempt,
  FormValues,
  SeeOther,
  viewerOf,
  type Page,
  type Refusal,
} from '../../../platform/pages/index.js';
import { isUuid } from '../../../platform/fields/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import type { MergeCommand } from '../../domain/person-merge.js';
import type { PersonRecord } from '../../domain/person-record.js';
import { ConsultMerges, MERGE_PAGE_SIZE } from '../../use-cases/consult-merges.js';
import { DecideMerge } from '../../use-cases/decide-merge.js';
import { FindLookalikes } from '../../use-cases/find-lookalikes.js';
import type { MergeView } from '../../use-cases/merge-ports.js';
import { ProposeMerge } from '../../use-cases/propose-merge.js';
import { comparedPeople, namedPerson } from './compared-people.js';
import { lookalikesPage, mergePage, mergesPage } from './merges.page.js';
import {
  MERGE_DECIDERS,
  MERGE_PROPOSERS,
  mergeChoice,
  mergeRow,
  MERGES_PATH,
} from './merges.presenter.js';

const PROPOSERS = { roles: MERGE_PROPOSERS } as const;
const DECIDERS = { roles: MERGE_DECIDERS } as const;

const NOTICES: Readonly<Record<MergeCommand, string>> = {
  confirm: 'Les deux fiches sont réunies.',
  refuse: 'Ce sont deux personnes : Passerelle s’en souviendra.',
  undo: 'Les deux fiches sont de nouveau séparées.',
};

/** Two files of one person: looked for, proposed, decided by somebody else (exchange.md 7.f). */
@ApiExcludeController()
@Controller('doublons')
export class MergesPagesController {
  constructor(
    private readonly consult: ConsultMerges,
    private readonly findLookalikes: FindLookalikes,
    private readonly proposeMerge: ProposeMerge,
    private readonly decideMerge: DecideMerge,
    private readonly communes: CommuneDirectory,
  ) {}

  @Get()
  @Allow(PROPOSERS)
  async list(
    @Query('vue') asked: string | undefined,
    @Query('page') text: string | undefined,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page> {
    const view: MergeView = asked === 'toutes' ? 'all' : 'proposed';
    const page = pageNumber(text);
    const { items, counts } = await this.consult.list(view, page, actor);
    return mergesPage({
      tabs: [tab('proposed', 'À décider', view, counts), tab('all', 'Toutes', view, counts)],
      rows: items.map((one) => mergeRow(one, timeZoneOf(actor))),
      total: counts[view],
      page,
      pages: Math.max(1, Math.ceil(counts[view] / MERGE_PAGE_SIZE)),
      hrefOf: (number) => hrefOf(view, number),
    });
  }

  @Get('nouveau/:id')
  @Allow(PROPOSERS)
  lookalikes(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    return this.found(id, null, actor);
  }

  @Post('nouveau/:id')
  @HttpCode(303)
  @Allow(PROPOSERS)
  @AcceptsForm()
  async propose(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const other = new FormValues(body).text('fiche');
    if (!isUuid(other)) return this.found(id, 'Choisissez l’une des fiches comparées.', actor);
    const refusal = await attempt(() => this.proposeMerge.execute(id, other, actor));
    if (refusal !== null) return this.found(id, reasonOf(refusal), actor);
    const text = 'Proposition enregistrée : une autre personne la décidera.';
    return new SeeOther(MERGES_PATH, { tone: 'success', text });
  }

  @Get(':id')
  @Allow(PROPOSERS)
  one(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    return this.opened(id, null, actor);
  }

  @Post(':id/decision')
  @HttpCode(303)
  @Allow(DECIDERS)
  @AcceptsForm()
  async decide(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const command = new FormValues(body).text('decision');
    if (!isCommand(command)) return this.opened(id, 'Choisissez l’une des décisions.', actor);
    const refusal = await attempt(() => this.decideMerge.execute(id, command, actor));
    if (refusal !== null) return this.opened(id, reasonOf(refusal), actor);
    return new SeeOther(`${MERGES_PATH}/${id}`, { tone: 'success', text: NOTICES[command] });
  }

  private async found(id: string, refusal: string | null, actor: PersonActor): Promise<Page> {
    const person = await this.consult.ownPerson(id, actor);
    const { ranked, isTooMany } = await this.findLookalikes.execute(id, actor);
    return lookalikesPage({
      id,
      name: namedPerson(person),
      isTooMany,
      refusal,
      found: ranked.map(({ candidate, band }) => ({
        id: candidate.id,
        name: namedPerson(candidate),
        isVeryLikely: band === 'very-likely',
        traits: this.compared(person, candidate),
      })),
    });
  }

  private compared(one: PersonRecord, other: PersonRecord) {
    return comparedPeople(one, other, (code) => this.communes.currentOf(code) ?? code);
  }

  private async opened(id: string, refusal: string | null, actor: PersonActor): Promise<Page> {
    const { merge, kept, merged } = await this.consult.one(id, actor);
    return mergePage({
      row: mergeRow({ merge, kept, merged }, timeZoneOf(actor)),
      traits: this.compared(kept, merged),
      choice: mergeChoice(merge, actor),
      refusal,
    });
  }
}

function tab(
  view: MergeView,
  label: string,
  current: MergeView,
  counts: Readonly<Record<MergeView, number>>,
) {
  return { href: hrefOf(view, 1), label, isCurrent: view === current, count: counts[view] };
}

function hrefOf(view: MergeView, page: number): string {
  const parts = new URLSearchParams({
    ...(view === 'all' ? { vue: 'toutes' } : {}),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return parts === '' ? MERGES_PATH : `${MERGES_PATH}?${parts}`;
}

const LAST_PAGE = 100_000;

function pageNumber(text: string | undefined): number {
  const page = Number(text);
  return Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1;
}

function isCommand(text: string): text is MergeCommand {
  return Object.hasOwn(NOTICES, text);
}

function reasonOf(refusal: Refusal): string {
  if (refusal.kind === 'late') return refusal.reason;
  return (
    refusal.issues[0]?.detail ??
    'Ces deux fiches ne peuvent pas être réunies : l’une l’est déjà, ou une proposition attend.'
  );
}

function timeZoneOf(actor: PersonActor): string {
  return viewerOf(actor)?.timeZone ?? 'Europe/Paris';
}
