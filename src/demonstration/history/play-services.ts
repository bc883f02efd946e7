import { Injectable } from '@nestjs/common';
import { Candidacies } from '../../candidacies/index.js';
import type { Actor } from '../../kernel/index.js';
import {
  beginningOfService,
  decideVolunteer,
  VolunteerChanges,
  Volunteers,
  type Volunteer,
  type VolunteerChange,
} from '../../volunteers/index.js';
import type { PlannedService, ServiceStep } from './plan-service.js';

/** Plays the services of a unit, by the rules of services. In a unit of work of the unit. */
@Injectable()
export class PlayServices {
  constructor(
    private readonly candidacies: Candidacies,
    private readonly volunteers: Volunteers,
    private readonly changes: VolunteerChanges,
  ) {}

  /** What is written already is passed over: each step adds one to the version. */
  async execute(services: readonly PlannedService[], actor: Actor): Promise<void> {
    await this.begin(services, actor);
    const longest = Math.max(0, ...services.map(({ steps }) => steps.length));
    for (let index = 0; index < longest; index += 1) {
      const known = await this.volunteers.byIds(services.map(({ id }) => id));
      const byId = new Map(known.map((volunteer) => [volunteer.id, volunteer]));
      await this.changes.write(
        services.flatMap(({ id, steps }) => changeOf(byId.get(id), steps[index], index, actor)),
      );
    }
  }

  private async begin(services: readonly PlannedService[], actor: Actor): Promise<void> {
    const ids = services.map(({ candidacyId }) => candidacyId);
    const begun = await this.volunteers.ofCandidacies(ids);
    const already = new Set(begun.map(({ candidacyId }) => candidacyId));
    const candidacies = new Map((await this.candidacies.byIds(ids)).map((one) => [one.id, one]));
    await this.changes.write(
      services.flatMap(({ id, candidacyId, beginning, toldOn }) => {
        const candidacy = candidacies.get(candidacyId);
        if (!candidacy || already.has(candidacyId)) return [];
        return [beginningOfService(candidacy, id, beginning, actor, toldOn)];
      }),
    );
  }
}

/** @throws Error when the rules refuse the step: a fault of the plan */
function changeOf(
  volunteer: Volunteer | undefined,
  step: ServiceStep | undefined,
  index: number,
  actor: Actor,
): VolunteerChange[] {
  if (!step || volunteer?.version !== index + 1) return [];
  const { command, on } = step;
  const decision = decideVolunteer({
    volunteer,
    command,
    actor,
    effectiveOn: on,
    today: on,
    asOf: { on, sequence: 0, line: 0 },
    writes: command === 'report-presence' ? { presence: step.presence } : { exit: step.exit },
  });
  if (!decision.ok) throw new Error(`planned ${command}: ${decision.refusal}`);
  return [decision.change];
}
