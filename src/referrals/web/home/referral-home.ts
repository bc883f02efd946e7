import { Injectable } from '@nestjs/common';
import {
  addDays,
  addMillis,
  AuditTrail,
  Clock,
  localDateIn,
  UnitOfWork,
  type PersonActor,
} from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { listedOutcome } from '../../domain/shown-outcome.js';
import { lateSince } from '../../domain/worklist.rules.js';
import { ReferralPresenter } from '../../http/referral.presenter.js';
import type { ReferralView } from '../../http/referral.view.js';
import { OutcomeLabels, Preparations, ReferralWorklist } from '../../use-cases/ports.js';

/** What waits for a mission locale, and what came in. */
export interface ReferralWork {
  /** Drafts and referrals without an answer: the first view of the worklist. */
  readonly toDo: number;
  /** What was typed and not sent. */
  readonly drafts: number;
  /** Answers of the last days, the latest first, as lists show them. */
  readonly answers: readonly AnsweredReferral[];
}

/** A referral that a unit answered. */
export interface AnsweredReferral {
  readonly view: ReferralView;
  readonly outcomeLabel: string;
}

/** Days during which an answer is news. */
export const NEWS_DAYS = 14;
/** Older decisions come by files that tell the past again: a month, and the time it takes to arrive. */
const DECISION_DAYS = 62;
const MOST_NEWS = 10;
const DAY = 86_400_000;

/** The counts are those of the lists themselves. */
@Injectable()
export class ReferralHome {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly worklist: ReferralWorklist,
    private readonly preparations: Preparations,
    private readonly presenter: ReferralPresenter,
    private readonly labels: OutcomeLabels,
    private readonly organisations: OrganisationDirectory,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async of(actor: PersonActor): Promise<ReferralWork> {
    const own = await this.organisations.byId(actor.organisation.id);
    const now = this.clock.now();
    const today = localDateIn(now, own?.timeZone ?? 'Europe/Paris');
    return this.unitOfWork.read(actor, async () => {
      const counts = await this.worklist.counts({}, lateSince(today));
      const { total } = await this.preparations.latest(0);
      const news = {
        arrived: addMillis(now, -NEWS_DAYS * DAY),
        decided: addDays(today, -DECISION_DAYS),
      };
      const answered = await this.worklist.answeredSince(news, MOST_NEWS);
      if (answered.length > 0) await this.trace(actor, answered.length);
      const views = await this.presenter.views(answered, actor, listedOutcome);
      return {
        toDo: counts['to-do'],
        drafts: total,
        answers: views.map((view) => ({
          view,
          outcomeLabel: view.outcome ? this.labels.labelOf(view.outcome.code) : '',
        })),
      };
    });
  }

  /** Names are read here as in a list (PRV-14). */
  private trace(actor: PersonActor, rows: number): Promise<void> {
    return this.audit.record({
      actor,
      command: 'referral.list',
      resource: { type: 'referral', id: 'list' },
      organisationId: actor.organisation.id,
      effectiveOn: null,
      result: 'read',
      detail: `${rows}`,
    });
  }
}
