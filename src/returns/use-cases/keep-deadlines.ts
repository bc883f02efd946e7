import { Injectable } from '@nestjs/common';
import { addDays, Ids, systemActor, UnitOfWork, type LocalDate } from '../../kernel/index.js';
import { scopeOfOrganisation, type Organisation } from '../../organisations/index.js';
import { Volunteers } from '../../volunteers/index.js';
import { decideReturn, type ReturnChange } from '../domain/decide-return.js';
import { DEADLINE_RULES } from '../domain/deadline.rules.js';
import { ESCALATIONS, type ReturnEpisode } from '../domain/return-episode.js';
import { beginning, wantedReturn } from './follow-service.js';
import { Returns } from './ports.js';
import { ReturnChanges } from './return-changes.js';
import { ReturnPlaces, type ReturnPlace } from './return-places.js';

/** A rule that was set longer than a year is not looked for: nobody prepares a return so early. */
const EARLIEST_PREPARATION = 366;

/**
 * What time does to returns, as commands of the system actor: one that is told twice does nothing the
 * second time, and one that an outage kept from its day is done later as of that day (ADR 0030).
 */
@Injectable()
export class KeepDeadlines {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly returns: Returns,
    private readonly volunteers: Volunteers,
    private readonly places: ReturnPlaces,
    private readonly changes: ReturnChanges,
    private readonly ids: Ids,
  ) {}

  /** @returns how many returns of a unit were prepared because the end of a service is near (F14). */
  prepare(unit: Organisation, correlationId: string): Promise<number> {
    const actor = systemActor('prepare-returns', scopeOfOrganisation(unit), correlationId);
    return this.unitOfWork.run(actor, async () => {
      const ownPlace = (await this.places.of([ofUnit(unit)]))(ofUnit(unit));
      const ids = await this.returns.unpreparedBy(unit.id, lastDayLookedAt(ownPlace));
      const services = await this.volunteers.byIds(ids);
      const placeOf = await this.places.of(services);
      const begun = services.flatMap((volunteer) => {
        const { today, book } = placeOf(volunteer);
        const wanted = wantedReturn(volunteer, book, today);
        const id = this.ids.uuid();
        const change = beginning({ volunteer, wanted, book, today, actor, id });
        return change && wanted.state === 'prepared' ? [change] : [];
      });
      await this.changes.write(begun);
      return begun.length;
    });
  }

  /** @returns how many steps the silent returns of a mission locale climbed. */
  async escalate(missionLocale: Organisation, correlationId: string): Promise<number> {
    const actor = systemActor(
      'escalate-returns',
      scopeOfOrganisation(missionLocale),
      correlationId,
    );
    let climbed = 0;
    // After an outage more than one step may be due: each is made as of its own day.
    for (const _step of ESCALATIONS) {
      climbed += await this.unitOfWork.run(actor, async () => {
        const place = await this.placeOf(missionLocale);
        const due = await this.returns.climbingBy(place.today);
        const changes = due.flatMap((episode) => climbing(episode, place, actor));
        await this.changes.write(changes);
        return changes.length;
      });
    }
    return climbed;
  }

  private async placeOf({ id }: Organisation): Promise<ReturnPlace> {
    const own = { missionLocaleId: id, unitId: id };
    return (await this.places.of([own]))(own);
  }
}

function ofUnit({ id }: Organisation) {
  return { missionLocaleId: null, unitId: id };
}

/** Rules may be longer for a mission locale than for the unit: a little more is looked at than is due. */
function lastDayLookedAt({ today, book }: ReturnPlace): LocalDate {
  const lengths = book.overrides
    .filter(({ rule }) => rule === 'return-prepare')
    .map(({ length }) => length);
  const longest = Math.max(DEADLINE_RULES['return-prepare'].length, ...lengths);
  return addDays(today, Math.min(longest, EARLIEST_PREPARATION) + 1);
}

function climbing(
  episode: ReturnEpisode,
  { today, book }: ReturnPlace,
  actor: ReturnChange['actor'],
): ReturnChange[] {
  const command = episode.state === 'open' ? 'escalate' : 'chase';
  const effectiveOn = episode.escalatesOn ?? today;
  const decision = decideReturn({ episode, command, actor, effectiveOn, today, book });
  return decision.ok ? [decision.change] : [];
}
