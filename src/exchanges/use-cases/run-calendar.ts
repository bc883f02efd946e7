import { Injectable } from '@nestjs/common';
import { Clock, Ids, systemActor } from '../../kernel/index.js';
import type { Instant, SystemActor } from '../../kernel/index.js';
import type { CalendarAct, CalendarActOf } from '../domain/calendar/acts.js';
import { dueActs, type CalendarRules } from '../domain/calendar/due-acts.js';
import { CalendarLeader } from './calendar-ports.js';
import { DeliveryOrders } from './delivery-orders.js';
import { GatherCalendarFacts } from './gather-calendar-facts.js';
import { PerformAct } from './perform-act.js';
import { SlotCalendar } from './slot-calendar.js';

const TASK = 'exchange.calendar';
/** A month opened in a round may ask for more at once; what it asks for in turn ends there. */
const PASSES = 5;

/** What a round did. */
export interface CalendarRound {
  readonly done: Readonly<Partial<Record<CalendarAct['kind'], number>>>;
  /** Acts that failed; the next round tries them again. */
  readonly failed: readonly { readonly kind: CalendarAct['kind']; readonly error: unknown }[];
  /** The dead-man switch fell in this round, for this month. */
  readonly silentPeriods: readonly string[];
}

/**
 * One round of the calendar: what time has made due and is not recorded is done, oldest first. One
 * process leads; should two, the database keeps each act single (ADR 0019).
 */
@Injectable()
export class RunCalendar {
  constructor(
    private readonly leader: CalendarLeader,
    private readonly facts: GatherCalendarFacts,
    private readonly perform: PerformAct,
    private readonly deliveries: DeliveryOrders,
    private readonly calendar: SlotCalendar,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @returns null when another process leads */
  async execute(signal: AbortSignal): Promise<CalendarRound | null> {
    const round = new Round();
    const actor = systemActor(TASK, null, this.ids.uuid());
    const now = this.clock.now();
    const hasLed = await this.leader.lead(async () => {
      for (let pass = 0; pass < PASSES; pass += 1) {
        const isMore = await this.pass(now, round, actor, signal);
        if (!isMore) return;
      }
    });
    return hasLed ? round : null;
  }

  /** @returns true when something changed that may make more due */
  private async pass(
    now: Instant,
    round: Round,
    actor: SystemActor,
    signal: AbortSignal,
  ): Promise<boolean> {
    const facts = await this.facts.execute(now, actor);
    if (!facts) return false;
    const due = dueActs(now, facts, this.rules());
    const fresh = due.filter((act) => !round.hasTried(act));
    await this.order(fresh.filter(isDelivery), round, actor);
    for (const act of fresh) {
      if (signal.aborted) return false;
      if (!isDelivery(act)) await round.tryOut(act, () => this.perform.execute(act, now, actor));
    }
    return fresh.some((act) => !isDelivery(act));
  }

  /** Made by jobs, each recorded in its own transaction: ordered again until they are. */
  private async order(
    acts: readonly CalendarActOf<'deliver'>[],
    round: Round,
    { correlationId }: SystemActor,
  ): Promise<void> {
    if (acts.length === 0) return;
    for (const act of acts) round.note(act);
    await this.deliveries.addAll(
      acts.map(({ recipientId, flow, period, key, at }) => ({
        order: {
          recipientId,
          flow,
          mode: 'P',
          period,
          noticeFileId: null,
          act: { key, dueAt: at },
        },
        jobId: `${key.replaceAll(':', '-')}-${recipientId}`,
        correlationId,
      })),
    );
  }

  private rules(): CalendarRules {
    const { hasReminders, deliversAtOnce } = this.calendar;
    return { hasReminders, deliversAtOnce };
  }
}

class Round implements CalendarRound {
  readonly done: Partial<Record<CalendarAct['kind'], number>> = {};
  readonly failed: { kind: CalendarAct['kind']; error: unknown }[] = [];
  readonly silentPeriods: string[] = [];
  private readonly tried = new Set<string>();

  hasTried(act: CalendarAct): boolean {
    return this.tried.has(JSON.stringify(act));
  }

  note(act: CalendarAct): void {
    this.tried.add(JSON.stringify(act));
    this.done[act.kind] = (this.done[act.kind] ?? 0) + 1;
  }

  /** What fails keeps nothing else waiting. */
  async tryOut(act: CalendarAct, work: () => Promise<boolean>): Promise<void> {
    this.tried.add(JSON.stringify(act));
    try {
      if (!(await work())) return;
      this.note(act);
      if (act.kind === 'issue-notice' && act.notice.kind === 'AUCUN_DEPOT') {
        this.silentPeriods.push(String(act.notice.period));
      }
    } catch (error) {
      this.failed.push({ kind: act.kind, error });
    }
  }
}

function isDelivery(act: CalendarAct): act is CalendarActOf<'deliver'> {
  return act.kind === 'deliver';
}
