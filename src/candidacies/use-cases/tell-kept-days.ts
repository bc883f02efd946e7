import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type Actor } from '../../kernel/index.js';
import {
  dueDays,
  KeptDayDisclosure,
  NOTHING_KEPT,
  type KeptDays,
  type MaskedReferral,
  type WorklistDays,
} from '../../referrals/index.js';
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

  override async tell(
    masked: readonly MaskedReferral[],
    days: WorklistDays,
    actor: Actor,
  ): Promise<KeptDays> {
    const readable = await this.readableOf(masked, actor);
    if (readable.length === 0) return NOTHING_KEPT;
    return this.unitOfWork.run(
      actor,
      async () => {
        const opened = await this.conclusions.daysOf(
          readable.map(({ candidacyId }) => candidacyId),
        );
        const kept = new Map(
          readable.flatMap(({ referralId, candidacyId }) => {
            const day = opened.get(candidacyId);
            return day === undefined ? [] : [[referralId, day] as const];
          }),
        );
        const due = dueDays(kept, days);
        await this.note(
          readable.filter(({ referralId }) => due.has(referralId)),
          actor,
        );
        return due;
      },
      { lens: 'medical' },
    );
  }

  /** Each day that is told leaves a line, whatever page asked for it; never which day (PRV-03). */
  private async note(told: readonly MaskedReferral[], actor: Actor): Promise<void> {
    const { organisation } = actor;
    if (!organisation) return;
    await this.audit.recordAll(
      told.map(({ candidacyId }) => ({
        actor,
        command: 'medical-conclusion.day-shown',
        resource: { type: 'candidacy', id: candidacyId },
        organisationId: organisation.id,
        effectiveOn: null,
        result: 'read' as const,
        // The candidacy says who; nobody is shown by name here.
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
