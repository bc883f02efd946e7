import { Injectable } from '@nestjs/common';
import { actingRole, AuditTrail, decide, Outbox } from '../../kernel/index.js';
import type { Actor, LocalDate } from '../../kernel/index.js';
import type { Referral } from '../domain/referral.js';
import {
  referralMachine,
  type ReferralCommand,
  type ReferralRole,
} from '../domain/referral.machine.js';
import { Referrals, SupportFollower, type ReferralChange } from './ports.js';

/** A command asked for, before anyone decided whether it may pass. */
export interface RequestedCommand {
  readonly referral: Referral;
  readonly command: ReferralCommand;
  readonly actor: Actor;
  /** `candidacy` or `young-person` when it follows one, `ml-file` for what files said; else the actor's role. */
  readonly as?: 'candidacy' | 'ml-file' | 'young-person';
  readonly effectiveOn: LocalDate;
  /** What the command writes besides the state. */
  readonly writes?: Partial<Referral>;
  /** The state to come to, for a command that may lead to several. */
  readonly target?: Referral['state'];
  /** True when it changes what was said before, rather than tells what came after. */
  readonly isCorrection?: boolean;
}

/** The change a command makes, or the reason why it may not pass. */
export type Decision =
  | { readonly ok: true; readonly change: ReferralChange }
  | { readonly ok: false; readonly refusal: string };

/** Pure: applies the life-cycle to one requested command. */
export function decideReferral(request: RequestedCommand): Decision {
  const { referral, target } = request;
  const role: ReferralRole = request.as ?? actingRole(request.actor);
  const decision = decide(referralMachine, referral, request.command, role, undefined, target);
  if (!decision.ok) return { ok: false, refusal: decision.refusal };
  const after: Referral = {
    ...referral,
    ...request.writes,
    state: decision.to,
    version: referral.version + 1,
  };
  const { actor, command, effectiveOn, isCorrection = false } = request;
  const change = { before: referral, after, command, effectiveOn, actor, isCorrection };
  return { ok: true, change };
}

/** The only way a referral is written: record, history, audit and outbox in one unit of work. */
@Injectable()
export class ReferralChanges {
  constructor(
    private readonly referrals: Referrals,
    private readonly supports: SupportFollower,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Writes changes already decided. A person's or machine's change publishes an event each; those
   * of a file are told once, by the file (`exchange-file.applied.v1`).
   */
  async write(changes: readonly ReferralChange[]): Promise<void> {
    if (changes.length === 0) return;
    const written = await this.referrals.saveAll(changes);
    await this.supports.follow(written);
    await this.audit.recordAll(written.map(auditEntry));
    for (const change of written) {
      if (change.actor.type !== 'file') await this.publish(change);
    }
  }

  private async publish({ after, command, actor }: ReferralChange): Promise<void> {
    if (!command) return;
    await this.outbox.publish({
      name: referralMachine.transitions[command].emits,
      organisationId: actor.organisation?.id ?? null,
      subjectId: after.id,
      payload: { missionLocaleId: after.missionLocaleId, unitId: after.unitId },
      correlationId: actor.correlationId,
    });
  }
}

function auditEntry({ before, after, command, actor, effectiveOn }: ReferralChange) {
  return {
    actor,
    command: `referral.${command ?? 'amend'}`,
    resource: { type: 'referral', id: after.id },
    organisationId: actor.organisation?.id ?? after.missionLocaleId,
    effectiveOn,
    result: 'done',
    // Whoever referred somebody new sees the file that follows.
    ...(before === null ? { people: [after.personId] } : {}),
  } as const;
}
