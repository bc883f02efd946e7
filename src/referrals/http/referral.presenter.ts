import { Injectable } from '@nestjs/common';
import {
  actingRole,
  availableCommands,
  Clock,
  localDateIn,
  type Actor,
} from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { People, youngPersonView, type PersonRecord } from '../../people/index.js';
import type { Referral, ReferralOutcome } from '../domain/referral.js';
import { referralMachine } from '../domain/referral.machine.js';
import { isLateAnswer, rungOn, type SilenceSteps } from '../domain/silence.rules.js';
import type { HistoryEntry, ReferralSummary } from '../use-cases/ports.js';
import { OWNER_COMMANDS } from '../use-cases/run-referral-command.js';
import { SilenceDeadlines } from '../use-cases/silence-ports.js';
import type { OrganisationName } from './organisation-name.view.js';
import type { HistoryEntryView, ReferralView, SilenceView } from './referral.view.js';

/** Turns referrals into what the API answers; runs inside the unit of work that read them. */
@Injectable()
export class ReferralPresenter {
  constructor(
    private readonly people: People,
    private readonly organisations: OrganisationDirectory,
    private readonly deadlines: SilenceDeadlines,
    private readonly clock: Clock,
  ) {}

  /** One view per summary, in order. `outcomeOf` decides what each shows of its outcome. */
  async views(
    summaries: readonly ReferralSummary[],
    actor: Actor,
    outcomeOf: (outcome: ReferralOutcome | null) => ReferralOutcome | null,
  ): Promise<ReferralView[]> {
    const ids = summaries.map(({ referral }) => referral.personId);
    const people = new Map((await this.people.byIds(ids)).map((person) => [person.id, person]));
    const stepsOf = await this.deadlines.of(summaries.map(({ referral }) => referral));
    return Promise.all(
      summaries.map(async (summary) => {
        const { referral } = summary;
        const view = await this.view(summary, actor, people.get(referral.personId), outcomeOf);
        const steps = stepsOf(referral);
        return {
          ...view,
          silence: steps && (await this.silence(referral, steps)),
          isAnsweredLate: steps !== null && isLateAnswer(referral, steps),
        };
      }),
    );
  }

  private async view(
    { referral, createdAt, candidacyId }: ReferralSummary,
    actor: Actor,
    person: PersonRecord | undefined,
    outcomeOf: (outcome: ReferralOutcome | null) => ReferralOutcome | null,
  ): Promise<Omit<ReferralView, 'silence' | 'isAnsweredLate'>> {
    return {
      id: referral.id,
      reference: referral.reference,
      state: referral.state,
      missionLocale: await this.nameOf(referral.missionLocaleId),
      unit: await this.nameOf(referral.unitId),
      youngPerson: person ? youngPersonView(person) : null,
      volunteerType: referral.volunteerType,
      trackWish: referral.trackWish,
      diplomaLevel: referral.diplomaLevel,
      support: referral.support,
      cejStartsOn: referral.cejStartsOn,
      cejEndsOn: referral.cejEndsOn,
      prerequisites: referral.prerequisites,
      informedOn: referral.informedOn,
      noticeVersion: referral.noticeVersion,
      referredOn: referral.referredOn,
      submittedAt: referral.submittedAt,
      createdAt,
      outcome: outcomeOf(referral.outcome),
      candidacyId,
      availableCommands: commandsFor(referral, actor),
    };
  }

  /** How far a silence went, on the clock of the mission locale that waits; null once answered. */
  private async silence(referral: Referral, steps: SilenceSteps): Promise<SilenceView | null> {
    const own = await this.organisations.byId(referral.missionLocaleId);
    const today = localDateIn(this.clock.now(), own?.timeZone ?? 'Europe/Paris');
    const rung = rungOn(referral, steps, today);
    return rung && { rung, ...steps };
  }

  /** The lines of a history, with the names of those who acted. */
  async history(entries: readonly HistoryEntry[]): Promise<HistoryEntryView[]> {
    return Promise.all(
      entries.map(async ({ by, ...entry }) => ({
        ...entry,
        role: by.role,
        organisation: by.organisationId ? await this.nameOf(by.organisationId) : null,
      })),
    );
  }

  private async nameOf(id: string): Promise<OrganisationName> {
    const organisation = await this.organisations.byId(id);
    return { code: organisation?.code ?? '', name: organisation?.usualName ?? '' };
  }
}

/** What the caller may do next, from the same table that decides it. */
function commandsFor(referral: Referral, actor: Actor): string[] {
  const possible: readonly string[] = availableCommands(
    referralMachine,
    referral,
    actingRole(actor),
    undefined,
  );
  return OWNER_COMMANDS.filter((command) => possible.includes(command));
}
