import { Injectable } from '@nestjs/common';
import { ReadingBoundReached, TooManyShownAtOnce } from '../../../audit/index.js';
import {
  addDays,
  addMillis,
  AuditTrail,
  Clock,
  UnitOfWork,
  type AuditEntry,
  type Instant,
  type LocalDate,
  type PersonActor,
} from '../../../kernel/index.js';
import { listedOutcome } from '../../domain/shown-outcome.js';
import { NOTHING_KEPT, type KeptDays } from '../../domain/worklist.rules.js';
import { ReferralPresenter } from '../../http/referral.presenter.js';
import type { ReferralView } from '../../http/referral.view.js';
import {
  OutcomeLabels,
  Preparations,
  ReferralWorklist,
  type AnswerNews,
  type ReferralSummary,
} from '../../use-cases/ports.js';
import { ReferralCalendar, type ReferralDay } from '../../use-cases/referral-calendar.js';
import { ToldDays } from '../../use-cases/told-days.js';

/** What waits for a mission locale, and what came in. */
export interface ReferralWork {
  /** Drafts and referrals without an answer: the first view of the worklist. */
  readonly toDo: number;
  /** Young people whom a unit may see again, and whose day has come. */
  readonly toRepresent: number;
  /** What was typed and not sent. */
  readonly drafts: number;
  /** Answers of the last days, the latest first, as lists show them; null once no one else may be read today. */
  readonly answers: readonly AnsweredReferral[] | null;
}

/** The same in figures, for a mail: nobody is named, nothing stands in the journal, no kept day counts. */
export interface ReferralCounts extends Omit<ReferralWork, 'answers'> {
  /** Answers that came in since an instant. */
  readonly answers: number;
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
    private readonly calendar: ReferralCalendar,
    private readonly toldDays: ToldDays,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async of(actor: PersonActor): Promise<ReferralWork> {
    const day = await this.calendar.of(actor);
    const kept = await this.toldDays.of(actor, day.days);
    return this.unitOfWork.read(actor, async () => {
      const waiting = await this.waiting(day, kept);
      const news = newsSince(addMillis(this.clock.now(), -NEWS_DAYS * DAY), day.today);
      const answered = await this.worklist.answeredSince(news, MOST_NEWS);
      if (!(await this.mayShow(answered, actor))) return { ...waiting, answers: null };
      const views = await this.presenter.views(answered, actor, listedOutcome);
      const answers = views.map((view) => ({
        view,
        outcomeLabel: view.outcome ? this.labels.labelOf(view.outcome.code) : '',
      }));
      return { ...waiting, answers };
    });
  }

  /** @param since of the answers; those of the last days when null */
  async counts(actor: PersonActor, since: Instant | null): Promise<ReferralCounts> {
    const day = await this.calendar.of(actor);
    const arrived = since ?? addMillis(this.clock.now(), -NEWS_DAYS * DAY);
    return this.unitOfWork.read(actor, async () => ({
      ...(await this.waiting(day, NOTHING_KEPT)),
      answers: await this.worklist.countAnsweredSince(newsSince(arrived, day.today)),
    }));
  }

  private async waiting(
    { days }: ReferralDay,
    kept: KeptDays,
  ): Promise<Omit<ReferralWork, 'answers'>> {
    const counts = await this.worklist.counts({ search: {}, days, kept });
    const { total } = await this.preparations.latest(0);
    return { toDo: counts['to-do'], toRepresent: counts['to-represent'], drafts: total };
  }

  /** Names are read here as in a list (PRV-14); the home opens all the same when no more may be read. */
  private async mayShow(answered: readonly ReferralSummary[], actor: PersonActor) {
    if (answered.length === 0) return true;
    try {
      await this.audit.record(listRead(actor, answered));
      return true;
    } catch (error) {
      if (error instanceof ReadingBoundReached || error instanceof TooManyShownAtOnce) return false;
      throw error;
    }
  }
}

function listRead(actor: PersonActor, answered: readonly ReferralSummary[]): AuditEntry {
  return {
    actor,
    command: 'referral.list',
    resource: { type: 'referral', id: 'list' },
    organisationId: actor.organisation.id,
    effectiveOn: null,
    result: 'read',
    detail: `${answered.length}`,
    people: answered.map(({ referral }) => referral.personId),
  };
}

function newsSince(arrived: Instant, today: LocalDate): AnswerNews {
  return { arrived, decided: addDays(today, -DECISION_DAYS) };
}
