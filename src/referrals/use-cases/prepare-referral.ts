import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  ChangedMeanwhile,
  Ids,
  UnitOfWork,
  type PersonActor,
} from '../../kernel/index.js';
import { ReferralNotFound } from '../domain/errors.js';
import type { Preparation } from '../domain/preparation.js';
import { Preparations } from './ports.js';

/** Keeps what an adviser types until it is sent: at any step, complete or not. */
@Injectable()
export class PrepareReferral {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly preparations: Preparations,
    private readonly audit: AuditTrail,
    private readonly ids: Ids,
  ) {}

  /** @returns the id of the new one */
  begin(typed: Preparation['typed'], actor: PersonActor): Promise<string> {
    const id = this.ids.uuid();
    return this.unitOfWork.run(actor, async () => {
      const missionLocaleId = actor.organisation.id;
      await this.preparations.begin({ id, missionLocaleId, adviserId: actor.id, typed });
      await this.trace(actor, 'begin', id, 'done');
      return id;
    });
  }

  /** @throws ReferralNotFound for an unknown or foreign id */
  one(id: string, actor: PersonActor): Promise<Preparation> {
    return this.unitOfWork.read(actor, async () => {
      const found = await this.preparations.one(id);
      if (!found) throw new ReferralNotFound();
      await this.trace(actor, 'read', id, 'read', [found]);
      return found;
    });
  }

  /**
   * Keeps what was typed in place of what was there.
   * @throws ReferralNotFound for an unknown or foreign id
   * @throws ChangedMeanwhile when it is no longer the version that was shown
   */
  keep(
    id: string,
    version: number,
    typed: Preparation['typed'],
    actor: PersonActor,
  ): Promise<void> {
    return this.unitOfWork.run(actor, async () => {
      if (!(await this.preparations.one(id))) throw new ReferralNotFound();
      if (!(await this.preparations.keep(id, version, typed))) throw new ChangedMeanwhile();
      await this.trace(actor, 'keep', id, 'done');
    });
  }

  /**
   * @throws ReferralNotFound for an unknown or foreign id
   * @throws ChangedMeanwhile when it is no longer the version that was shown
   */
  drop(id: string, version: number, actor: PersonActor): Promise<void> {
    return this.unitOfWork.run(actor, async () => {
      const found = await this.preparations.take(id);
      if (!found) throw new ReferralNotFound();
      if (found.version !== version) throw new ChangedMeanwhile();
      await this.preparations.remove(id);
      await this.trace(actor, 'drop', id, 'done');
    });
  }

  /** The latest first. */
  latest(limit: number, actor: PersonActor): Promise<{ items: Preparation[]; total: number }> {
    return this.unitOfWork.read(actor, async () => {
      const found = await this.preparations.latest(limit);
      if (found.items.length > 0) await this.trace(actor, 'list', 'list', 'read', found.items);
      return found;
    });
  }

  private trace(
    actor: PersonActor,
    command: string,
    id: string,
    result: 'done' | 'read',
    shown: readonly Preparation[] = [],
  ): Promise<void> {
    return this.audit.record({
      actor,
      command: `referral-preparation.${command}`,
      resource: { type: 'referral-preparation', id },
      organisationId: actor.organisation.id,
      effectiveOn: null,
      result,
      // Somebody who is on no file yet: the draft stands for the young person, but to whoever typed it.
      people: shown.filter(({ adviserId }) => adviserId !== actor.id).map((draft) => draft.id),
    });
  }
}
