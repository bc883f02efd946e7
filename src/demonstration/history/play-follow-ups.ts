import { Injectable } from '@nestjs/common';
import { codesOf, addDays, Ids, type Actor, type LocalDate } from '../../kernel/index.js';
import {
  decideAnswer,
  FollowUpChanges,
  FollowUps,
  MILESTONES,
  NO_REPLY,
  UNKNOWN_SITUATION,
  windowOf,
  type FollowUpAnswer,
  type FollowUpChange,
  type Milestone,
} from '../../follow-ups/index.js';
import { Volunteers, type Volunteer } from '../../volunteers/index.js';
import { SeededRandom } from '../seeded-random.js';

/** Of a hundred milestones whose window opened, those that nobody ever answers. */
const FORGOTTEN = 0.15;
/** Of those answered, the young people who could not be reached. */
const UNREACHED = 0.15;
/** Days from the opening of a window to its answer. */
const ANSWERED_WITHIN = 80;

/** Plays what a mission locale says of those who left, by its rules. In a unit of work of its own. */
@Injectable()
export class PlayFollowUps {
  constructor(
    private readonly volunteers: Volunteers,
    private readonly followUps: FollowUps,
    private readonly changes: FollowUpChanges,
    private readonly ids: Ids,
  ) {}

  /** What is answered already is passed over; a window that is not over yet may still wait. */
  async execute(volunteerIds: readonly string[], actor: Actor, until: LocalDate): Promise<void> {
    const left = await this.volunteers.byIds(volunteerIds);
    const known = await this.followUps.ofServices(left.map(({ id }) => id));
    const told = new Set(known.map((one) => `${one.volunteerId} ${one.milestone}`));
    await this.changes.write(
      left.flatMap((one) =>
        codesOf(MILESTONES)
          .filter((milestone) => !told.has(`${one.id} ${milestone}`))
          .flatMap((milestone) => this.answered(one, milestone, actor, until)),
      ),
    );
  }

  private answered(
    { id, unitId, missionLocaleId, state, exit }: Volunteer,
    milestone: Milestone,
    actor: Actor,
    until: LocalDate,
  ): FollowUpChange[] {
    if (state !== 'exited' || !exit || !missionLocaleId) return [];
    const { exitedOn } = exit;
    const random = new SeededRandom(`follow-up ${id} ${milestone}`);
    const { opensOn } = windowOf(exitedOn, milestone);
    const on = addDays(opensOn, random.between(1, ANSWERED_WITHIN));
    if (on > until || random.chance(FORGOTTEN)) return [];
    const decision = decideAnswer({
      service: { volunteerId: id, unitId, missionLocaleId, exitedOn },
      milestone,
      current: null,
      answer: said(random, exit.situation, on),
      today: on,
      actor,
      newId: () => this.ids.uuid(),
    });
    if (!decision.ok) throw new Error(`planned follow-up: ${decision.refusal}`);
    return [decision.change];
  }
}

function said(random: SeededRandom, atExit: string, observedOn: LocalDate): FollowUpAnswer {
  const common = { situationStartedOn: null, observedOn };
  if (random.chance(UNREACHED)) {
    return { ...common, situation: UNKNOWN_SITUATION, source: NO_REPLY };
  }
  const isSame = atExit !== UNKNOWN_SITUATION && random.chance(0.6);
  const situation = isSame
    ? atExit
    : random.weighted([
        ['CDI', 20],
        ['CDD_6P', 25],
        ['CDD_COURT', 20],
        ['ALTERNANCE', 10],
        ['FORMATION_QUALIFIANTE', 18],
        ['SANS_SOLUTION', 15],
      ] as const);
  const source = random.weighted([
    ['DECLARATIF', 60],
    ['JUSTIFICATIF', 25],
    ['IMILO', 15],
  ] as const);
  return { ...common, situation, source };
}
