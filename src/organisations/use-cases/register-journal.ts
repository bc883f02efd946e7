import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Ids, type Actor } from '../../kernel/index.js';
import { organisationChanges } from '../domain/organisation-changes.js';
import type { RegisteredOrganisation } from '../domain/organisation.js';
import { OrganisationRegister } from './ports.js';

/** An organisation before and after somebody changed it; `null` before for one that is new. */
export interface ChangedOrganisation {
  readonly before: RegisteredOrganisation | null;
  readonly after: RegisteredOrganisation;
}

/**
 * Tells what changed in the register: values before and after in its own history, and who did what to
 * which organisation in the journal, which holds no value of anything.
 */
@Injectable()
export class RegisterJournal {
  constructor(
    private readonly register: OrganisationRegister,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** In the transaction of the change. */
  async tell(changed: readonly ChangedOrganisation[], actor: Actor): Promise<void> {
    const actId = this.ids.uuid();
    const at = this.clock.now();
    const acts = changed.map(({ before, after }) => {
      return { actId, organisationId: after.id, at, changes: organisationChanges(before, after) };
    });
    await this.register.noteChanges(acts, actor);
    await this.audit.recordAll(
      changed.map(({ before, after }) => ({
        actor,
        command: before === null ? 'organisation.add' : 'organisation.change',
        resource: { type: 'organisation', id: after.id },
        organisationId: after.id,
        effectiveOn: null,
        result: 'done' as const,
        detail: actId,
      })),
    );
  }
}
