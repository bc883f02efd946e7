import { Injectable } from '@nestjs/common';
import { addDays, AuditTrail, UnitOfWork } from '../../kernel/index.js';
import type { Actor, LocalDate } from '../../kernel/index.js';
import { CoverageAlreadyDated, MissionLocaleUnknown } from '../domain/errors.js';
import { diffCoverage } from '../domain/coverage-difference.js';
import type { CoverageDifference, CoveragePair } from '../domain/coverage-difference.js';
import type { CoverageLine } from '../domain/coverage-file.js';
import { planCoverage, type CoveragePlan } from '../domain/coverage-plan.js';
import { isActiveOn } from '../domain/organisation.js';
import { OrganisationDirectory, OrganisationRegister } from './ports.js';

/** A coverage and the first day on which it holds. */
export interface ReplaceCoverageCommand {
  readonly lines: readonly CoverageLine[];
  readonly validFrom: LocalDate;
}

/**
 * Puts a new coverage in force from a day on, and keeps the former one for the days before: the file
 * of a past month is always routed as it was (contract.md 6).
 */
@Injectable()
export class ReplaceCoverage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: OrganisationDirectory,
    private readonly register: OrganisationRegister,
    private readonly audit: AuditTrail,
  ) {}

  /** What would change, without changing it. */
  preview(command: ReplaceCoverageCommand, actor: Actor): Promise<CoverageDifference> {
    return this.inRegister(actor, async () => {
      const incoming = await this.pairsOf(command.lines);
      return diffCoverage(await this.current(command.validFrom), incoming);
    });
  }

  /**
   * Applies the coverage and tells what changed.
   * @throws MissionLocaleUnknown when a code leads to no mission locale of the register
   * @throws CoverageAlreadyDated when a coverage starts on that day or later
   */
  execute(command: ReplaceCoverageCommand, actor: Actor): Promise<CoverageDifference> {
    const { lines, validFrom } = command;
    return this.inRegister(actor, async () => {
      const incoming = await this.pairsOf(lines);
      const current = await this.current(validFrom);
      const plan = planCoverage(current, incoming);
      const { closing, opening } = plan;
      await this.register.closeCoverage(closing, addDays(validFrom, -1));
      await this.register.openCoverage(opening, validFrom);
      await this.tell(plan, validFrom, actor);
      return diffCoverage(current, incoming);
    });
  }

  /** In the journal of each mission locale whose communes are not the same any more. */
  private async tell(plan: CoveragePlan, validFrom: LocalDate, actor: Actor): Promise<void> {
    const codes = [...plan.closing, ...plan.opening].map((pair) => pair.missionLocaleCode);
    const all = await this.directory.all('mission-locale');
    const concerned = all.filter(({ code }) => codes.includes(code));
    await this.audit.recordAll(
      concerned.map(({ id }) => ({
        actor,
        command: 'reference.coverage',
        resource: { type: 'organisation', id },
        organisationId: id,
        effectiveOn: validFrom,
        result: 'done' as const,
      })),
    );
  }

  private inRegister<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    return this.unitOfWork.run(actor, work, { lens: 'technical' });
  }

  private async current(on: LocalDate): Promise<readonly CoveragePair[]> {
    const entries = await this.register.coverageFrom(on);
    if (entries.some((entry) => entry.validFrom >= on)) throw new CoverageAlreadyDated(on);
    return entries.filter((entry) => isActiveOn(entry, on));
  }

  /** From the five characters of the file to the structure codes of the register. */
  private async pairsOf(lines: readonly CoverageLine[]): Promise<readonly CoveragePair[]> {
    const missionsLocales = await this.directory.all('mission-locale');
    const codes = new Map(missionsLocales.map(({ code }) => [code.slice(0, 5), code]));
    const unknown = lines.filter((line) => !codes.has(line.missionLocaleCode));
    if (unknown.length > 0) {
      throw new MissionLocaleUnknown([...new Set(unknown.map((line) => line.missionLocaleCode))]);
    }
    return lines.flatMap(({ communeCode, missionLocaleCode: shortCode }) => {
      const missionLocaleCode = codes.get(shortCode);
      return missionLocaleCode === undefined ? [] : [{ communeCode, missionLocaleCode }];
    });
  }
}
