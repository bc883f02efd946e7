import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type Actor } from '../../kernel/index.js';
import { KeptDayDisclosure, type KeptDays, type MaskedReferral } from '../../referrals/index.js';
import { conclusionAccess } from '../domain/medical.policy.js';
import { ConclusionRelease } from './conclusion-release.js';
import { MedicalConclusions } from './ports.js';

/**
 * Tells from when somebody may be seen again to whoever may read the conclusion that keeps the day, under
 * the scope that sees nothing else. The conclusion itself stays sealed (ADR 0051).
 */
@Injectable()
export class TellKeptDays extends KeptDayDisclosure {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly conclusions: MedicalConclusions,
    private readonly release: ConclusionRelease,
    private readonly audit: AuditTrail,
  ) {
    super();
  }

  override async tell(masked: readonly MaskedReferral[], actor: Actor): Promise<KeptDays> {
    const told = await this.readableOf(masked, actor);
    if (told.length === 0) return new Map();
    const days = await this.unitOfWork.run(
      actor,
      () => this.conclusions.daysOf(told.map(({ candidacyId }) => candidacyId)),
      { lens: 'medical' },
    );
    return new Map(
      told.flatMap(({ referralId, candidacyId }) => {
        const day = days.get(candidacyId);
        return day === undefined ? [] : [[referralId, day] as const];
      }),
    );
  }

  override async noteShown(candidacyIds: readonly string[], actor: Actor): Promise<void> {
    const { organisation } = actor;
    if (!organisation || candidacyIds.length === 0) return;
    await this.audit.recordAll(
      candidacyIds.map((id) => ({
        actor,
        command: 'medical-conclusion.day-shown',
        resource: { type: 'candidacy', id },
        organisationId: organisation.id,
        effectiveOn: null,
        result: 'read' as const,
        // Beside a list, which said whom it shows.
        people: [],
      })),
    );
  }

  private async readableOf(
    masked: readonly MaskedReferral[],
    actor: Actor,
  ): Promise<MaskedReferral[]> {
    const found: MaskedReferral[] = [];
    for (const one of masked) {
      if (conclusionAccess(actor, one.adviserId) !== 'shown') continue;
      if (await this.release.isReleased(one, actor)) found.push(one);
    }
    return found;
  }
}
