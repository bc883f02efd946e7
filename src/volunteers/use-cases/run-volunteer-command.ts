import { Injectable } from '@nestjs/common';
import { ChangedMeanwhile, Clock, localDateIn, UnitOfWork } from '../../kernel/index.js';
import type { Actor, FieldIssue, LocalDate } from '../../kernel/index.js';
import { MedicalConclusionForbidden, mayWriteConclusion } from '../../candidacies/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { decideVolunteer, type VolunteerWrites } from '../domain/decide-volunteer.js';
import { VolunteerCommandRefused, VolunteerInvalid, VolunteerNotFound } from '../domain/errors.js';
import { MEDICAL_EXIT, type Volunteer } from '../domain/volunteer.js';
import type { VolunteerCommand } from '../domain/volunteer.machine.js';
import { endIssues, exitIssues, incorporationIssues } from '../domain/volunteer.rules.js';
import { Volunteers } from './ports.js';
import { VolunteerChanges } from './volunteer-changes.js';

/** What may come with a command. */
export interface VolunteerCommandInput extends VolunteerWrites {
  /** Day of the act in the unit's zone; today when absent. */
  readonly effectiveOn?: LocalDate | null;
  /** Version of the service that was read before deciding; any other is refused. */
  readonly expectedVersion?: number;
}

/** The commands that the door of people and programs gives; the clock and files have their own. */
export type UnitCommand = Exclude<VolunteerCommand, 'take-effect' | 'restate'>;

/** The unit tells what becomes of one service: F10 to F14. */
@Injectable()
export class RunVolunteerCommand {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly volunteers: Volunteers,
    private readonly organisations: OrganisationDirectory,
    private readonly changes: VolunteerChanges,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws VolunteerNotFound for an unknown or foreign id
   * @throws ChangedMeanwhile when the service is no longer the version that was read
   * @throws VolunteerCommandRefused, VolunteerInvalid, MedicalConclusionForbidden
   */
  async execute(
    id: string,
    command: UnitCommand,
    input: VolunteerCommandInput,
    actor: Actor,
  ): Promise<Volunteer> {
    const today = await this.today(actor);
    if (input.exit?.reason === MEDICAL_EXIT && !mayWriteConclusion(actor)) {
      throw new MedicalConclusionForbidden();
    }
    return this.unitOfWork.run(actor, async () => {
      const [volunteer] = await this.volunteers.byIds([id]);
      if (!volunteer) throw new VolunteerNotFound();
      const { expectedVersion = volunteer.version, effectiveOn: given, ...writes } = input;
      if (expectedVersion !== volunteer.version) throw new ChangedMeanwhile();
      const issues = issuesOf(volunteer, command, input, today);
      if (issues.length > 0) throw new VolunteerInvalid(issues);
      const effectiveOn = dayOf(command, writes) ?? given ?? today;
      const decision = decideVolunteer({
        volunteer,
        command,
        actor,
        effectiveOn,
        today,
        asOf: { on: effectiveOn < today ? effectiveOn : today, sequence: 0, line: 0 },
        writes,
      });
      if (!decision.ok)
        throw new VolunteerCommandRefused(decision.refusal, command, volunteer.state);
      await this.changes.write([decision.change]);
      return decision.change.after;
    });
  }

  private async today({ organisation }: Actor): Promise<LocalDate> {
    const unit = organisation && (await this.organisations.byId(organisation.id));
    if (!unit) throw new VolunteerNotFound();
    return localDateIn(this.clock.now(), unit.timeZone);
  }
}

/** The day a fact took place; an announcement is made today about a day to come. */
function dayOf(command: UnitCommand, { exit, incorporation }: VolunteerWrites): LocalDate | null {
  if (command === 'exit' || command === 'correct-exit') return exit?.exitedOn ?? null;
  if (command === 'incorporate' || command === 'miss') return incorporation?.incorporatedOn ?? null;
  return null;
}

function issuesOf(
  volunteer: Volunteer,
  command: UnitCommand,
  { incorporation, amendment, presence, exit, effectiveOn }: VolunteerCommandInput,
  today: LocalDate,
): FieldIssue[] {
  if (effectiveOn && effectiveOn > today) {
    const detail = 'Un acte ne peut pas être daté dans le futur.';
    return [{ pointer: '/effectiveOn', code: 'DATE_FUTURE', detail }];
  }
  if (presence && presence.month > today.slice(0, 7)) {
    const detail = 'Ce mois n’est pas encore commencé.';
    return [{ pointer: '/month', code: 'DATE_FUTURE', detail }];
  }
  if (command === 'incorporate' && incorporation) return incorporationIssues(incorporation, today);
  if (amendment) return endIssues({ ...amendment, incorporatedOn: volunteer.incorporatedOn });
  if (exit) return exitIssues(exit, command === 'announce-exit' ? null : today);
  return [];
}
