import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type Actor } from '../../kernel/index.js';
import { ContractNotFound } from '../domain/errors.js';
import {
  ContractQueries,
  type ContractEvent,
  type ContractFilter,
  type ContractSight,
  type ContractSummary,
} from './ports.js';
import { fileRead, listRead } from './reading-lines.js';

/** Reads contracts; each reading of people's files leaves a line in the audit (PRV-14). */
@Injectable()
export class ConsultContracts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: ContractQueries,
    private readonly audit: AuditTrail,
  ) {}

  /** One page; `present` runs in the same unit of work. */
  async list<T>(
    filter: ContractFilter,
    limit: number,
    after: Parameters<ContractQueries['page']>[2],
    actor: Actor,
    present: (items: ContractSummary[]) => Promise<T[]>,
  ): Promise<{ views: T[]; total: number }> {
    return this.unitOfWork.read(actor, async () => {
      const { items, total } = await this.queries.page(filter, limit, after, sightOf(actor));
      await this.audit.record(listRead(actor, items, 'cej-contract.list'));
      return { views: await present(items), total };
    });
  }

  /** @throws ContractNotFound for an unknown or foreign id */
  async one<T>(
    id: string,
    actor: Actor,
    present: (summary: ContractSummary, history: ContractEvent[]) => Promise<T>,
  ): Promise<T> {
    return this.unitOfWork.read(actor, async () => {
      const sight = sightOf(actor);
      const summary = await this.queries.one(id, sight);
      if (!summary) throw new ContractNotFound();
      await this.audit.record(fileRead(actor, summary));
      const history = sight === 'own' ? await this.queries.history(id) : [];
      return present(summary, history);
    });
  }
}

/** Motives and reasons are the mission locale's own (F18; exchange.md 7.a, CEM). */
export function sightOf({ organisation }: Actor): ContractSight {
  return organisation?.kind === 'mission-locale' ? 'own' : 'shared';
}
