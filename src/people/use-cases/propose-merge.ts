import { Injectable } from '@nestjs/common';
import { AuditTrail, Ids, UnitOfWork, type Actor } from '../../kernel/index.js';
import { PersonMergeInvalid, PersonsSaidDifferent } from '../domain/errors.js';
import type { PersonMerge } from '../domain/person-merge.js';
import { PersonMerges } from './merge-ports.js';
import { IdentityContexts, People } from './ports.js';

/** Proposes that two files of one's own organisation are one person; another person decides. */
@Injectable()
export class ProposeMerge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly merges: PersonMerges,
    private readonly people: People,
    private readonly contexts: IdentityContexts,
    private readonly audit: AuditTrail,
    private readonly ids: Ids,
  ) {}

  /**
   * @throws PersonMergeInvalid when they are not two files that may be merged
   * @throws PersonsSaidDifferent when a human said that they are two people
   */
  execute(keptId: string, mergedId: string, actor: Actor): Promise<PersonMerge> {
    return this.unitOfWork.run(actor, async () => {
      const organisationId = actor.organisation?.id;
      const [kept, merged] = await this.pair(keptId, mergedId);
      if (!kept || !merged || !organisationId) throw new PersonMergeInvalid();
      const { said } = await this.contexts.about([keptId, mergedId]);
      const isSaidDifferent =
        said.of(merged, keptId).isSaidDifferent || said.of(kept, mergedId).isSaidDifferent;
      if (isSaidDifferent) throw new PersonsSaidDifferent();
      const id = this.ids.uuid();
      const pair = { id, organisationId, keptId, mergedId, proposedBy: actor.id };
      if (!(await this.merges.propose(pair))) throw new PersonMergeInvalid();
      await this.audit.record({
        actor,
        command: 'person-merge.propose',
        resource: { type: 'person-merge', id },
        organisationId,
        effectiveOn: null,
        result: 'done',
      });
      const proposed = await this.merges.take(id);
      if (!proposed) throw new PersonMergeInvalid();
      return proposed;
    });
  }

  private async pair(keptId: string, mergedId: string) {
    if (keptId === mergedId) return [];
    const found = await this.people.byIds([keptId, mergedId]);
    return [keptId, mergedId].map((id) => found.find((person) => person.id === id));
  }
}
