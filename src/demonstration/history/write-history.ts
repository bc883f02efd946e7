import { Injectable } from '@nestjs/common';
import { Candidacies } from '../../candidacies/index.js';
import { UnitOfWork } from '../../kernel/index.js';
import type { LocalDate, MachineActor } from '../../kernel/index.js';
import type { Organisation } from '../../organisations/index.js';
import { Referrals } from '../../referrals/index.js';
import { DemonstrationMarks } from '../db/demonstration-marks.js';
import { OpenCases } from './open-planned-cases.js';
import { planService, type PlannedService } from './plan-service.js';
import { PlayFollowUps } from './play-follow-ups.js';
import { PlayMissionLocaleSteps } from './play-mission-locale-steps.js';
import { PlayReturns } from './play-returns.js';
import { PlayServices } from './play-services.js';
import { PlayTransfers } from './play-transfers.js';
import { PlayUnitSteps } from './play-unit-steps.js';
import type { PlannedCase } from './planned-case.js';
import { softwareOf } from './software-of.js';

/**
 * Writes a planned history through the features: births first, then step after step, one transaction
 * per organisation each time. What is written already is passed over, so that a start cut short goes
 * on where it stopped.
 */
@Injectable()
export class WriteHistory {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly referrals: Referrals,
    private readonly candidacies: Candidacies,
    private readonly births: OpenCases,
    private readonly missionLocaleSteps: PlayMissionLocaleSteps,
    private readonly unitSteps: PlayUnitSteps,
    private readonly services: PlayServices,
    private readonly returns: PlayReturns,
    private readonly followUps: PlayFollowUps,
    private readonly transfers: PlayTransfers,
    private readonly marks: DemonstrationMarks,
  ) {}

  /** @param until last day of the history */
  async execute(cases: readonly PlannedCase[], until: LocalDate): Promise<void> {
    for (const own of byOrganisation(cases, ({ missionLocale }) => missionLocale)) {
      await this.as(own.organisation, (actor) => this.births.execute(own.cases, actor));
    }
    const longest = Math.max(0, ...cases.map(({ steps }) => steps.length));
    for (let index = 0; index < longest; index += 1) await this.wave(cases, index);
    for (const own of byOrganisation(cases, ({ unit }) => unit)) {
      await this.as(own.organisation, () => this.marks.dateCandidacies());
      const services = own.cases.flatMap((one): PlannedService[] => {
        const service = planService(one, until);
        return service ? [service] : [];
      });
      await this.as(own.organisation, async (actor) => {
        await this.services.execute(services, actor);
        await this.marks.dateReturns();
      });
    }
    for (const own of byOrganisation(cases, ({ missionLocale }) => missionLocale)) {
      const ids = own.cases.flatMap((one) => planService(one, until)?.id ?? []);
      await this.as(own.organisation, async (actor) => {
        await this.returns.execute(ids, actor, until);
        await this.marks.dateAnswers(until);
        await this.followUps.execute(ids, actor, until);
        await this.transfers.execute(ids, actor, until);
      });
    }
  }

  /** The step of this rank in every case, whichever side takes it. */
  private async wave(cases: readonly PlannedCase[], index: number): Promise<void> {
    const ofUnits = cases.filter(({ steps }) => steps[index]?.side === 'unit');
    for (const own of byOrganisation(ofUnits, ({ unit }) => unit)) {
      await this.as(own.organisation, async (actor) => {
        const found = await this.candidacies.byIds(own.cases.map((one) => one.candidacyId));
        await this.unitSteps.execute({ cases: own.cases, index, found, actor });
      });
    }
    const ofMissions = cases.filter(({ steps }) => steps[index]?.side === 'mission-locale');
    for (const own of byOrganisation(ofMissions, ({ missionLocale }) => missionLocale)) {
      await this.as(own.organisation, async (actor) => {
        const found = await this.referrals.byIds(own.cases.map(({ draft }) => draft.id));
        await this.missionLocaleSteps.execute({ cases: own.cases, index, found, actor });
      });
    }
  }

  private as(
    organisation: Organisation,
    work: (actor: MachineActor) => Promise<void>,
  ): Promise<void> {
    const actor = softwareOf(organisation);
    return this.unitOfWork.run(actor, () => work(actor));
  }
}

function byOrganisation(
  cases: readonly PlannedCase[],
  organisationOf: (one: PlannedCase) => Organisation,
): { organisation: Organisation; cases: PlannedCase[] }[] {
  const groups = new Map<string, { organisation: Organisation; cases: PlannedCase[] }>();
  for (const one of cases) {
    const organisation = organisationOf(one);
    const group = groups.get(organisation.id) ?? { organisation, cases: [] };
    group.cases.push(one);
    groups.set(organisation.id, group);
  }
  return [...groups.values()];
}
