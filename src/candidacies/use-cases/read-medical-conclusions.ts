import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type Actor } from '../../kernel/index.js';
import type { MedicalConclusion } from '../domain/candidacy.js';
import { MedicalConclusions, type SealedConclusion } from './ports.js';

/** Why a conclusion is opened; kept in the audit (PRV-03). */
export type ReadingPurpose = 'shown' | 'decision' | 'delivery';

/**
 * Opens medical conclusions, under a scope that sees nothing else, and audits each opening in the
 * same transaction: as many audit events as conclusions read (PRV-03).
 */
@Injectable()
export class ReadMedicalConclusions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly conclusions: MedicalConclusions,
    private readonly audit: AuditTrail,
  ) {}

  /** By candidacy id; candidacies without a conclusion, or of others, are simply absent. */
  async execute(
    candidacyIds: readonly string[],
    purpose: ReadingPurpose,
    actor: Actor,
    reason?: string,
  ): Promise<Map<string, MedicalConclusion>> {
    const { organisation } = actor;
    if (candidacyIds.length === 0 || !organisation) return new Map();
    return this.unitOfWork.run(
      actor,
      async () => {
        const found = await this.conclusions.latestOf(candidacyIds);
        await this.note([...found.keys()], reason ?? purpose, actor);
        return found;
      },
      { lens: 'medical' },
    );
  }

  /** All that were sealed, oldest first, for what was said of these candidacies to be weighed anew. */
  async history(candidacyIds: readonly string[], actor: Actor): Promise<SealedConclusion[]> {
    if (candidacyIds.length === 0 || !actor.organisation) return [];
    return this.unitOfWork.run(
      actor,
      async () => {
        const found = await this.conclusions.allOf(candidacyIds);
        const opened = found.map(({ candidacyId }) => candidacyId);
        await this.note(opened, 'decision', actor);
        return found;
      },
      { lens: 'medical' },
    );
  }

  private async note(candidacyIds: readonly string[], detail: string, actor: Actor): Promise<void> {
    const { organisation } = actor;
    if (!organisation) return;
    await this.audit.recordAll(
      candidacyIds.map((id) => ({
        actor,
        command: 'medical-conclusion.read',
        resource: { type: 'candidacy', id },
        organisationId: organisation.id,
        effectiveOn: null,
        result: 'read' as const,
        // Only beside a list or a file, which said whom it shows.
        people: [],
        detail,
      })),
    );
  }
}
