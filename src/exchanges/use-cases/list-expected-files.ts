import { Injectable } from '@nestjs/common';
import { addMonths, Clock, UnitOfWork } from '../../kernel/index.js';
import type { Actor, Instant, Month } from '../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../organisations/index.js';
import { lastOpenedPeriod } from '../domain/slot-calendar.js';
import { slotState, type SlotState } from '../domain/slot-state.js';
import { FLOWS } from '../flows/index.js';
import { ExchangeLedger, SlotBook, type Slot } from './ports.js';
import { SlotCalendar } from './slot-calendar.js';

/** A file the organisation has to send, or may send at any time (contract.md 2). */
export interface ExpectedFile {
  readonly flow: string;
  readonly mode: Slot['mode'];
  /** Null for event notices. */
  readonly period: Month | null;
  /** Nature of the next file: `C` completes what was received. */
  readonly nature: 'I' | 'C' | 'S';
  readonly state: SlotState;
  readonly opensAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly closesAt: Instant | null;
  /** One counter per flow and mode, common to all natures. */
  readonly nextSequence: number;
}

const MODE = 'P';
const NOT_DATED = { period: null, opensAt: null, dueAt: null, closesAt: null } as const;

/** What an organisation owes and when: the slot opened last, the one to come, and notices. */
@Injectable()
export class ListExpectedFiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationDirectory,
    private readonly slots: SlotBook,
    private readonly calendar: SlotCalendar,
    private readonly ledger: ExchangeLedger,
    private readonly clock: Clock,
  ) {}

  /** Flow by flow, in the order of the flows. */
  async execute(actor: Actor): Promise<ExpectedFile[]> {
    const emitter = actor.organisation && (await this.organisations.byId(actor.organisation.id));
    if (!emitter) return [];
    return this.unitOfWork.run(actor, async () => {
      const recorded = await this.slots.of(emitter.id);
      const files: ExpectedFile[] = [];
      for (const { code, hasNotices } of FLOWS.filter(({ from }) => from === emitter.kind)) {
        const last = await this.ledger.lastSequence(emitter.id, code, MODE);
        const own = recorded.filter(({ flow, mode }) => flow === code && mode === MODE);
        files.push(...this.ofFlow(emitter, { code, hasNotices }, own, last + 1));
      }
      return files;
    });
  }

  private ofFlow(
    emitter: Organisation,
    { code, hasNotices }: { code: string; hasNotices: boolean },
    recorded: readonly Slot[],
    nextSequence: number,
  ): ExpectedFile[] {
    const now = this.clock.now();
    const last = lastOpenedPeriod(now);
    const common = { flow: code, mode: MODE, nextSequence } as const;
    const monthly = [last, addMonths(last, 1)].map((period): ExpectedFile => {
      const slot = this.calendar.recordOf(period, emitter, recorded);
      const { opensAt, dueAt, closesAt } = slot;
      const nature = slot.state === 'received' || slot.state === 'nil' ? 'C' : 'I';
      return { ...common, period, nature, state: slotState(slot, now), opensAt, dueAt, closesAt };
    });
    const notice: ExpectedFile = { ...common, ...NOT_DATED, nature: 'S', state: 'expected' };
    return hasNotices ? [...monthly, notice] : monthly;
  }
}
