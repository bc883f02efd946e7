import { Injectable } from '@nestjs/common';
import {
  decideSession,
  SessionChanges,
  SessionQueries,
  type Attendance,
  type InformationSession,
  type Registration,
  type SessionRequest,
} from '../../information-sessions/index.js';
import {
  addDays,
  addMillis,
  instantAt,
  UnitOfWork,
  type Instant,
  type LocalDate,
  type MachineActor,
} from '../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../organisations/index.js';
import { PeopleLists } from '../../people/index.js';
import { softwareOf } from './software-of.js';
import { namedUuid } from '../seeded-ids.js';
import { SeededRandom } from '../seeded-random.js';

/** A mission locale and the unit that it invites, in the demonstration. */
const PAIRS = [
  ['97411S00', 'RSMA-RE', 'Salle Vauban, 16 rue Jean Chatel, Saint-Denis'],
  ['97600S00', 'RSMA-YT', 'Maison des jeunes, Mamoudzou'],
] as const;

/** Sessions by their days from today, and what is known of each. */
const PLANNED = [
  { days: -96, isTicked: true },
  { days: -61, isTicked: true },
  { days: -33, isTicked: true },
  { days: -5, isTicked: false },
  { days: 9, presence: 'SUR_PLACE' },
  { days: 23, presence: null },
  { days: 37, cancelled: 'LIEU_INDISPONIBLE' },
] as const;
const SEATS = 12;
const REGISTERED = 8;
const HOUR = 3_600_000;

/** Plays the information sessions of the demonstration, by their rules. */
@Injectable()
export class HoldSessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationDirectory,
    private readonly queries: SessionQueries,
    private readonly people: PeopleLists,
    private readonly changes: SessionChanges,
  ) {}

  /** A mission locale that holds sessions already is passed over: a start cut short does it again. */
  async execute(today: LocalDate): Promise<void> {
    for (const [code, unitCode, place] of PAIRS) {
      const own = await this.organisations.byCode(code);
      const unit = await this.organisations.byCode(unitCode);
      if (own && unit) await this.ofPair(own, unit, place, today);
    }
  }

  private async ofPair(own: Organisation, unit: Organisation, place: string, today: LocalDate) {
    const actor = softwareOf(own);
    const now = instantAt(today, '12:00', own.timeZone);
    const planned = await this.unitOfWork.run(actor, async () => {
      const { upcoming, past, cancelled } = await this.queries.counts(now);
      if (upcoming + past + cancelled > 0) return [];
      const { items } = await this.people.page(own.id, {}, { limit: 60, offset: 0 });
      const ids = items.map(({ id }) => id);
      const sessions: [InformationSession, (typeof PLANNED)[number]][] = [];
      for (const [index, plan] of PLANNED.entries()) {
        const session = sessionOf(own, unit, place, addDays(today, plan.days));
        const registered = ids.slice(index * 3, index * 3 + REGISTERED);
        sessions.push([await this.held(session, plan, registered, actor), plan]);
      }
      return sessions;
    });
    const guest = softwareOf(unit);
    await this.unitOfWork.run(guest, async () => {
      for (const [session, plan] of planned) {
        const presence = 'presence' in plan ? plan.presence : 'SUR_PLACE';
        if (presence === null || session.state === 'cancelled') continue;
        const before = addMillis(session.startsAt, -48 * HOUR);
        await this.play(session, { command: 'answer', presence, staff: 2 }, before, guest);
      }
    });
  }

  /** Planned, registered, and ticked where it is over. */
  private async held(
    session: InformationSession,
    plan: (typeof PLANNED)[number],
    people: readonly string[],
    actor: MachineActor,
  ): Promise<InformationSession> {
    await this.changes.write({
      before: null,
      after: session,
      command: 'plan',
      registration: null,
      actor,
    });
    const before = addMillis(session.startsAt, -24 * HOUR);
    const after = addMillis(session.startsAt, 2 * HOUR);
    if ('cancelled' in plan) {
      return this.play(session, { command: 'cancel', reason: plan.cancelled }, before, actor);
    }
    let current = session;
    for (const personId of people) {
      current = await this.play(current, { command: 'register', personId }, before, actor);
    }
    if (!('isTicked' in plan) || !plan.isTicked) return current;
    const random = new SeededRandom(`session ${session.id}`);
    for (const personId of people) {
      const attendance: Attendance = random.weighted([
        ['PRESENT', 70],
        ['ABSENT', 20],
        ['EXCUSE', 10],
      ] as const);
      const request = { command: 'record-attendance', personId, attendance } as const;
      current = await this.play(current, request, after, actor);
    }
    return current;
  }

  private async play(
    session: InformationSession,
    request: SessionRequest,
    now: Instant,
    actor: MachineActor,
  ): Promise<InformationSession> {
    const registration: Registration | null =
      request.command === 'record-attendance'
        ? { personId: request.personId, attendance: null }
        : null;
    const decision = decideSession(session, request, { now, registration }, actor);
    if (!decision.ok) throw new Error(`planned session: ${decision.refusal}`);
    await this.changes.write(decision.change);
    return decision.change.after;
  }
}

function sessionOf(
  own: Organisation,
  unit: Organisation,
  place: string,
  on: LocalDate,
): InformationSession {
  return {
    id: namedUuid(`session ${own.code} ${on}`),
    missionLocaleId: own.id,
    unitId: unit.id,
    startsAt: instantAt(on, '09:30', own.timeZone),
    place,
    seats: SEATS,
    state: 'planned',
    cancelReason: null,
    presence: null,
    staff: null,
    registered: 0,
    ticked: 0,
    attended: 0,
    version: 1,
  };
}
