import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, systemActor } from '../../kernel/index.js';
import type { Month } from '../../kernel/index.js';
import { OrganisationDirectory, scopeOfOrganisation } from '../../organisations/index.js';
import type { ExemptReason } from '../domain/slot-state.js';
import { flowNamed } from '../flows/index.js';
import { OpenSlots } from './open-slots.js';
import { SlotBook } from './ports.js';

const TASK = 'exchange.exempt-slot';

/** What is not owed, and why. */
export interface Exemption {
  readonly organisationCode: string;
  readonly flow: string;
  readonly period: Month;
  readonly reason: ExemptReason;
}

/** An operator says that an emitter owes nothing for a month (exchange.md 7.h, DISPENSE). */
@Injectable()
export class ExemptSlot {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationDirectory,
    private readonly openSlots: OpenSlots,
    private readonly slots: SlotBook,
    private readonly audit: AuditTrail,
  ) {}

  /** `not-owed`: this organisation never sends this flow. `received`: something came already. */
  async execute(
    { organisationCode, flow, period, reason }: Exemption,
    correlationId: string,
  ): Promise<'done' | 'not-owed' | 'received'> {
    const emitter = await this.organisations.byCode(organisationCode);
    if (!emitter || flowNamed(flow)?.from !== emitter.kind) return 'not-owed';
    const actor = systemActor(TASK, scopeOfOrganisation(emitter), correlationId);
    return this.unitOfWork.run(actor, async () => {
      const { id } = await this.openSlots.ensure(emitter, flow, 'P', period);
      if (!(await this.slots.exempt(id, reason))) return 'received';
      await this.audit.record({
        actor,
        command: TASK,
        resource: { type: 'exchange-slot', id },
        organisationId: emitter.id,
        effectiveOn: null,
        result: 'done',
        detail: reason,
      });
      return 'done';
    });
  }
}
