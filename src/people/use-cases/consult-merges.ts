import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type PersonActor } from '../../kernel/index.js';
import { PersonMergeNotFound, YoungPersonNotFound } from '../domain/errors.js';
import type { PersonMerge } from '../domain/person-merge.js';
import type { PersonRecord } from '../domain/person-record.js';
import { PersonMerges, type MergeView } from './merge-ports.js';
import { People } from './ports.js';

/** Merges on a page of the list. */
export const MERGE_PAGE_SIZE = 50;

/** A merge with the two files it is about. */
export interface OpenedMerge {
  readonly merge: PersonMerge;
  readonly kept: PersonRecord;
  readonly merged: PersonRecord;
}

/** Reads the merges of the own organisation, with the people named; each reading is in the audit (PRV-14). */
@Injectable()
export class ConsultMerges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly merges: PersonMerges,
    private readonly people: People,
    private readonly audit: AuditTrail,
  ) {}

  /** One page of a view, the latest first, and how many each view holds. */
  list(
    view: MergeView,
    page: number,
    actor: PersonActor,
  ): Promise<{ items: OpenedMerge[]; counts: Readonly<Record<MergeView, number>> }> {
    return this.unitOfWork.read(actor, async () => {
      const range = { limit: MERGE_PAGE_SIZE, offset: (page - 1) * MERGE_PAGE_SIZE };
      const items = await this.opened(await this.merges.inView(view, range));
      const shown = items.flatMap(({ kept, merged }) => [kept.id, merged.id]);
      await this.audit.record(readingLine(actor, 'list', shown));
      return { items, counts: await this.merges.counts() };
    });
  }

  /** @throws PersonMergeNotFound for an unknown or foreign id */
  one(id: string, actor: PersonActor): Promise<OpenedMerge> {
    return this.unitOfWork.run(actor, async () => {
      const merge = await this.merges.take(id);
      const [opened] = merge ? await this.opened([merge]) : [];
      if (!opened) throw new PersonMergeNotFound();
      await this.audit.record(readingLine(actor, id, [opened.kept.id, opened.merged.id]));
      return opened;
    });
  }

  /** @throws YoungPersonNotFound for what is no file of the own organisation */
  ownPerson(id: string, actor: PersonActor): Promise<PersonRecord> {
    return this.unitOfWork.read(actor, async () => {
      const [person] = await this.people.byIds([id]);
      if (person?.organisationId !== actor.organisation.id) throw new YoungPersonNotFound();
      await this.audit.record(readingLine(actor, 'new', [id]));
      return person;
    });
  }

  /** How many merges that somebody else proposed wait for a decision; nobody is named. */
  toDecide(actor: PersonActor): Promise<number> {
    return this.unitOfWork.read(actor, () => this.merges.proposedByOthers(actor.id));
  }

  private async opened(merges: readonly PersonMerge[]): Promise<OpenedMerge[]> {
    const ids = merges.flatMap(({ keptId, mergedId }) => [keptId, mergedId]);
    const byId = new Map((await this.people.byIds(ids)).map((person) => [person.id, person]));
    return merges.flatMap((merge) => {
      const [kept, merged] = [byId.get(merge.keptId), byId.get(merge.mergedId)];
      return kept && merged ? [{ merge, kept, merged }] : [];
    });
  }
}

function readingLine(actor: PersonActor, id: string, people: readonly string[]) {
  return {
    actor,
    command: 'person-merge.read',
    resource: { type: 'person-merge', id },
    organisationId: actor.organisation.id,
    effectiveOn: null,
    result: 'read',
    people,
  } as const;
}
