import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Instant, PersonActor } from '../../../kernel/index.js';
import {
  AcceptsForm,
  decodeInstantPosition,
  encodeCursor,
  ResourceId,
} from '../../../platform/http/index.js';
import {
  attempt,
  FormValues,
  SeeOther,
  viewerOf,
  type Page,
  type Tab,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { DECISION_OF } from '../../http/identity-review.request.js';
import { ConsultIdentityReviews } from '../../use-cases/consult-identity-reviews.js';
import { DecideIdentityReview } from '../../use-cases/decide-identity-review.js';
import type { IdentityReview } from '../../use-cases/ports.js';
import { UndoIdentityReview } from '../../use-cases/undo-identity-review.js';
import { queuePage, reviewPage } from './page.js';
import { reviewLine, reviewWords } from './presenter.js';

/** The people among those whom the API lets decide. */
const REVIEWERS = { roles: ['recruiter', 'unit-manager', 'ml-manager'] } as const;
const PER_PAGE = 50;
/** Of the cursor. */
const LIST = 'identites';

/** The queue of doubtful identities: compared, decided, taken back. */
@ApiExcludeController()
@Controller('identites')
export class IdentitiesPagesController {
  constructor(
    private readonly consult: ConsultIdentityReviews,
    private readonly decideReview: DecideIdentityReview,
    private readonly undoReview: UndoIdentityReview,
  ) {}

  @Get()
  @Allow(REVIEWERS)
  async queue(
    @Query('vue') view: string | undefined,
    @Query('suite') cursor: string | undefined,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page> {
    const isAll = view === 'toutes';
    const state = isAll ? null : ('open' as const);
    const search = { vue: isAll ? 'toutes' : 'ouvertes' };
    const found = await this.consult.list(state, PER_PAGE + 1, positionOf(cursor, search), actor);
    const shown = found.items.slice(0, PER_PAGE);
    const last = found.items.length > PER_PAGE ? shown.at(-1) : undefined;
    const next = last && encodeCursor([last.openedAt, last.id], LIST, search);
    return queuePage({
      tabs: await this.tabs(isAll, actor),
      lines: shown.map((review) => reviewLine(review, timeZoneOf(actor))),
      total: found.total,
      olderHref: next ? `/identites?vue=${search.vue}&suite=${next}` : null,
    });
  }

  @Get(':id')
  @Allow(REVIEWERS)
  async review(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    return reviewPage(reviewWords(await this.consult.one(id, actor), timeZoneOf(actor)));
  }

  @Post(':id/decision')
  @HttpCode(303)
  @Allow(REVIEWERS)
  @AcceptsForm()
  async decide(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const form = new FormValues(body);
    const said = form.text('decision');
    const decision = isDecision(said) ? DECISION_OF[said] : null;
    if (decision === null) return this.refused(id, 'Choisissez l’une des décisions.', actor);
    const act = () => this.decideReview.execute(id, decision, form.optional('dossier'), actor);
    return this.done(id, act, 'Votre décision est enregistrée.', actor);
  }

  @Post(':id/annulation')
  @HttpCode(303)
  @Allow(REVIEWERS)
  @AcceptsForm()
  undo(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page | SeeOther> {
    const act = () => this.undoReview.execute(id, actor);
    return this.done(id, act, 'La décision est annulée : la ligne attend de nouveau.', actor);
  }

  private async done(
    id: string,
    act: () => Promise<IdentityReview>,
    text: string,
    actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const refusal = await attempt(act);
    if (refusal === null) return new SeeOther(`/identites/${id}`, { tone: 'success', text });
    const [issue] = refusal.kind === 'invalid' ? refusal.issues : [];
    const reason = refusal.kind === 'late' ? refusal.reason : issue?.detail;
    return this.refused(id, reason ?? 'Choisissez l’un des dossiers proposés.', actor);
  }

  private async refused(id: string, reason: string, actor: PersonActor): Promise<Page> {
    return reviewPage(reviewWords(await this.consult.one(id, actor), timeZoneOf(actor)), reason);
  }

  /** Counts by the same query as the list. */
  private async tabs(isAll: boolean, actor: PersonActor): Promise<Tab[]> {
    const open = await this.consult.list('open', 1, null, actor);
    const all = await this.consult.list(null, 1, null, actor);
    return [
      { href: '/identites', label: 'À trancher', isCurrent: !isAll, count: open.total },
      { href: '/identites?vue=toutes', label: 'Toutes', isCurrent: isAll, count: all.total },
    ];
  }
}

function isDecision(text: string): text is keyof typeof DECISION_OF {
  return Object.hasOwn(DECISION_OF, text);
}

function timeZoneOf(actor: PersonActor): string {
  return viewerOf(actor)?.timeZone ?? 'Europe/Paris';
}

function positionOf(
  cursor: string | undefined,
  search: Readonly<Record<string, string>>,
): { openedAt: Instant; id: string } | null {
  const position = decodeInstantPosition(cursor, LIST, search);
  return position && { openedAt: position.at, id: position.id };
}
