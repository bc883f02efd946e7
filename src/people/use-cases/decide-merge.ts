import { Injectable } from '@nestjs/common';
import { AuditTrail, Ids, UnitOfWork, type Actor, type Instant } from '../../kernel/index.js';
import { PersonMergeNotFound, PersonMergeRefused, SecondPersonNeeded } from '../domain/errors.js';
import { identityKey } from '../domain/identity-verdict.js';
import { mergeRefusal, type MergeCommand, type PersonMerge } from '../domain/person-merge.js';
import { PersonMerges } from './merge-ports.js';
import { IdentityVerdicts, People } from './ports.js';

const STATE_AFTER = { confirm: 'confirmed', refuse: 'refused', undo: 'undone' } as const;

/**
 * Decides a proposed merge, or takes a confirmed one back. Both files stay as they were: a confirmed
 * merge is a pointer, so that undoing it loses nothing. A refused one is remembered (V6).
 */
@Injectable()
export class DecideMerge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly merges: PersonMerges,
    private readonly people: People,
    private readonly verdicts: IdentityVerdicts,
    private readonly audit: AuditTrail,
    private readonly ids: Ids,
  ) {}

  /** One page, the latest first. */
  list(
    limit: number,
    after: { proposedAt: Instant; id: string } | null,
    actor: Actor,
  ): Promise<{ items: PersonMerge[]; total: number }> {
    return this.unitOfWork.run(actor, () => this.merges.page(limit, after));
  }

  /**
   * @throws PersonMergeNotFound for an unknown or foreign id
   * @throws SecondPersonNeeded when whoever proposed it decides
   * @throws PersonMergeRefused when it was decided or undone already
   */
  execute(id: string, command: MergeCommand, actor: Actor): Promise<PersonMerge> {
    return this.unitOfWork.run(actor, async () => {
      const merge = await this.merges.take(id);
      if (!merge) throw new PersonMergeNotFound();
      const refusal = mergeRefusal(merge, command, actor.id);
      if (refusal === 'second-person-needed') throw new SecondPersonNeeded();
      if (refusal) throw new PersonMergeRefused();
      await this.merges.write(id, STATE_AFTER[command], actor.id);
      if (command === 'refuse') await this.remember(merge, actor);
      await this.audit.record({
        actor,
        command: `person-merge.${command}`,
        resource: { type: 'person-merge', id },
        organisationId: merge.organisationId,
        effectiveOn: null,
        result: 'done',
      });
      const written = await this.merges.take(id);
      if (!written) throw new PersonMergeNotFound();
      return written;
    });
  }

  /** They are two people: neither identity is taken for the other's file any more. */
  private async remember({ id, keptId, mergedId, organisationId }: PersonMerge, actor: Actor) {
    const people = await this.people.byIds([keptId, mergedId]);
    const other = (personId: string) => people.find((person) => person.id !== personId);
    await this.verdicts.say(
      [keptId, mergedId].flatMap((personId) => {
        const described = other(personId);
        // The same three traits on either side: an identity is not said to differ from itself.
        const own = people.find((person) => person.id === personId);
        if (!described || !own || identityKey(described) === identityKey(own)) return [];
        const verdict = { organisationId, personId, reviewId: id, saidBy: actor.id };
        const key = identityKey(described);
        return [{ ...verdict, id: this.ids.uuid(), identityKey: key, says: 'different' as const }];
      }),
    );
  }
}
