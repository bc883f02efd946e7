import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type Actor } from '../../kernel/index.js';
import { isMasked, type MedicalConclusion } from '../domain/candidacy.js';
import { CandidacyNotFound } from '../domain/errors.js';
import { conclusionAccess } from '../domain/medical.policy.js';
import { fileRead, listRead } from './reading-lines.js';
import { CandidacyQueries, type CandidacyFilter, type CandidacySummary } from './ports.js';
import { ReadMedicalConclusions } from './read-medical-conclusions.js';

/** Reads candidacies; each reading leaves a line in the audit (PRV-14). */
@Injectable()
export class ConsultCandidacies {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: CandidacyQueries,
    private readonly readConclusions: ReadMedicalConclusions,
    private readonly audit: AuditTrail,
  ) {}

  /** One page; `present` runs in the same unit of work. */
  async list<T>(
    filter: CandidacyFilter,
    limit: number,
    after: Parameters<CandidacyQueries['page']>[2],
    actor: Actor,
    present: (items: CandidacySummary[]) => Promise<T[]>,
  ): Promise<{ views: T[]; total: number }> {
    return this.unitOfWork.read(actor, async () => {
      const { items, total } = await this.queries.page(filter, limit, after);
      await this.audit.record(listRead(actor, items));
      return { views: await present(items), total };
    });
  }

  /**
   * One file; the conclusion is opened to the unit's medical office only, and audited.
   * @throws CandidacyNotFound for an unknown or foreign id
   */
  async one<T>(
    id: string,
    actor: Actor,
    present: (
      summary: CandidacySummary,
      conclusions: ReadonlyMap<string, MedicalConclusion>,
    ) => Promise<T>,
  ): Promise<T> {
    return this.unitOfWork.read(actor, async () => {
      const summary = await this.queries.one(id);
      if (!summary) throw new CandidacyNotFound();
      await this.audit.record(fileRead(actor, summary));
      return present(summary, await this.conclusionOf(summary, actor));
    });
  }

  private async conclusionOf(
    { candidacy }: CandidacySummary,
    actor: Actor,
  ): Promise<ReadonlyMap<string, MedicalConclusion>> {
    const isOfUnit = actor.organisation?.kind === 'unit';
    const mayRead = isOfUnit && conclusionAccess(actor, null) === 'shown';
    if (!mayRead || !isMasked(candidacy.decision)) return new Map();
    return this.readConclusions.execute([candidacy.id], 'shown', actor);
  }
}
