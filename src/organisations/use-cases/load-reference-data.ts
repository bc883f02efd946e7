import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork } from '../../kernel/index.js';
import type { Actor, LocalDate } from '../../kernel/index.js';
import type { Convention } from '../domain/convention.js';
import type { CoveragePair } from '../domain/coverage-plan.js';
import type { Organisation } from '../domain/organisation.js';
import { organisationChanges } from '../domain/organisation-changes.js';
import { planShipped, type KnownOrganisation } from '../domain/shipped-register.js';
import { OrganisationRegister } from './ports.js';
import { RegisterJournal } from './register-journal.js';

/** The reference data that the project ships, or a part of it. */
export interface ReferenceData {
  readonly organisations: readonly Organisation[];
  /** Only the demonstration has some from the start. */
  readonly conventions: readonly Convention[];
  /** By structure code. */
  readonly coverage: readonly CoveragePair[];
  readonly coverageFrom: LocalDate;
}

/**
 * Brings the register to what the project ships. Can be run at every start: it fills what is missing
 * and brings up to date what still stands as it was shipped. What somebody changed is never written
 * over, existing conventions stay, and a coverage already there is never replaced, since an operator
 * may have loaded a more recent one.
 */
@Injectable()
export class LoadReferenceData {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly register: OrganisationRegister,
    private readonly journal: RegisterJournal,
    private readonly audit: AuditTrail,
  ) {}

  execute(data: ReferenceData, actor: Actor): Promise<void> {
    return this.unitOfWork.run(actor, () => this.load(data, actor), { lens: 'technical' });
  }

  private async load(data: ReferenceData, actor: Actor): Promise<void> {
    await this.register.lock();
    const known = await this.register.known();
    const plan = planShipped(data.organisations, known);
    await this.register.saveOrganisations(plan);
    if (known.length === 0) await this.tellFirstLoad(plan, actor);
    else await this.tellChanges(plan, known, actor);
    await this.register.addConventions(data.conventions);
    const covered = await this.register.coverageFrom(data.coverageFrom);
    if (covered.length === 0) await this.register.openCoverage(data.coverage, data.coverageFrom);
  }

  /** An empty register has nothing that changes: one line says who filled it. */
  private async tellFirstLoad(plan: readonly KnownOrganisation[], actor: Actor): Promise<void> {
    const [first] = plan;
    if (!first) return;
    const { organisation } = first;
    await this.audit.record({
      actor,
      command: 'reference.load',
      resource: { type: 'reference-set', id: 'organismes' },
      organisationId: organisation.id,
      effectiveOn: null,
      result: 'done',
    });
  }

  private async tellChanges(
    plan: readonly KnownOrganisation[],
    known: readonly KnownOrganisation[],
    actor: Actor,
  ): Promise<void> {
    const before = new Map(known.map(({ organisation }) => [organisation.id, organisation]));
    const changed = plan
      .map(({ organisation }) => ({
        before: before.get(organisation.id) ?? null,
        after: organisation,
      }))
      .filter((one) => organisationChanges(one.before, one.after).length > 0);
    if (changed.length > 0) await this.journal.tell(changed, actor);
  }
}
