import { Injectable } from '@nestjs/common';
import { Clock, Ids, referralReference } from '../../kernel/index.js';
import type { Actor, AsOf, LocalDate } from '../../kernel/index.js';
import {
  People,
  RegisterPeople,
  type PersonDetails,
  type RegisteredPerson,
} from '../../people/index.js';
import type { Referral, ReferralDetails } from '../domain/referral.js';
import { ReferralReception, Referrals, type ReferralChange } from './ports.js';
import { decideReferral, ReferralChanges } from './referral-changes.js';

/** One young person to refer, already checked by the door it came through. */
export interface ReferralRequest {
  readonly actor: Actor;
  readonly missionLocaleId: string;
  readonly unitId: string;
  readonly person: PersonDetails;
  /** File of the person, when a human already recognised them. */
  readonly personId?: string;
  readonly details: ReferralDetails;
  /** The emitter's own reference; made by the service when null. */
  readonly reference: string | null;
  readonly referredOn: LocalDate;
  /** False keeps a draft that the unit does not see. */
  readonly isSubmitted: boolean;
  readonly asOf: AsOf;
}

/** What became of one request. */
export type ReferralResult =
  | { readonly kind: 'referred'; readonly referral: Referral; readonly gaps: readonly string[] }
  | { readonly kind: 'already-open'; readonly existing: Referral }
  | Extract<RegisteredPerson, { kind: 'doubtful' }>;

/**
 * Refers young people: the one place where referrals are born, whatever the door. One result per
 * request, in order. One open referral per young person (contract.md 2); a doubtful identity is
 * never guessed. Runs inside the caller's unit of work; all requests are of one mission locale.
 */
@Injectable()
export class ReferYoungPeople {
  constructor(
    private readonly registerPeople: RegisterPeople,
    private readonly people: People,
    private readonly referrals: Referrals,
    private readonly changes: ReferralChanges,
    private readonly reception: ReferralReception,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async execute(
    missionLocaleId: string,
    requests: readonly ReferralRequest[],
  ): Promise<ReferralResult[]> {
    const registered = await this.registered(missionLocaleId, requests);
    const open = await this.openByPerson(registered);
    const results = requests.map((request, index) => this.refer(request, registered[index], open));
    await this.write(results, requests);
    return results;
  }

  private async registered(
    missionLocaleId: string,
    requests: readonly ReferralRequest[],
  ): Promise<RegisteredPerson[]> {
    const unknown = requests.filter(({ personId }) => personId === undefined);
    const results = await this.registerPeople.execute(
      missionLocaleId,
      unknown.map(({ person }) => person),
    );
    return requests.map(({ personId }) => {
      if (personId !== undefined) return { kind: 'registered', personId, gaps: [] };
      const result = results.shift();
      if (!result) throw new Error('one registered person per request');
      return result;
    });
  }

  private async openByPerson(
    registered: readonly RegisteredPerson[],
  ): Promise<Map<string, Referral>> {
    const ids = registered.flatMap((one) => (one.kind === 'registered' ? [one.personId] : []));
    const open = await this.referrals.openOf([...new Set(ids)]);
    return new Map(open.map((referral) => [referral.personId, referral]));
  }

  private refer(
    request: ReferralRequest,
    person: RegisteredPerson | undefined,
    open: Map<string, Referral>,
  ): ReferralResult {
    if (!person) throw new Error('one registered person per request');
    if (person.kind === 'doubtful') return person;
    const existing = open.get(person.personId);
    if (existing && request.isSubmitted) return { kind: 'already-open', existing };
    const referral = this.draft(request, person.personId);
    if (request.isSubmitted) open.set(person.personId, referral);
    return { kind: 'referred', referral, gaps: person.gaps };
  }

  private draft(request: ReferralRequest, personId: string): Referral {
    const year = Number(request.referredOn.slice(0, 4));
    return {
      ...request.details,
      id: this.ids.uuid(),
      missionLocaleId: request.missionLocaleId,
      unitId: request.unitId,
      personId,
      reference: request.reference ?? referralReference(year, this.ids.referenceBody()),
      state: 'draft',
      referredOn: null,
      submittedAt: null,
      outcome: null,
      adviserId: request.actor.type === 'person' ? request.actor.id : null,
      asOf: request.asOf,
      version: 1,
    };
  }

  private async write(
    results: ReferralResult[],
    requests: readonly ReferralRequest[],
  ): Promise<void> {
    const created: ReferralChange[] = [];
    for (const [index, result] of results.entries()) {
      const request = requests[index];
      if (result.kind !== 'referred' || !request) continue;
      const change = this.creation(result.referral, request);
      created.push(change);
      results[index] = { ...result, referral: change.after };
    }
    await this.changes.write(created);
    const submitted = created.filter(({ command }) => command === 'submit');
    await this.handOver(submitted);
  }

  private creation(draft: Referral, request: ReferralRequest): ReferralChange {
    const { actor, referredOn } = request;
    if (!request.isSubmitted) {
      return { before: null, after: draft, command: null, effectiveOn: referredOn, actor };
    }
    const decision = decideReferral({
      referral: draft,
      command: 'submit',
      actor,
      effectiveOn: referredOn,
      writes: { referredOn, submittedAt: this.clock.now() },
    });
    if (!decision.ok) throw new Error(`a new referral must be submittable: ${decision.refusal}`);
    return { ...decision.change, before: null };
  }

  /** The unit sees the person and gets a file of its own, in the same transaction. */
  async handOver(submitted: readonly ReferralChange[]): Promise<void> {
    await this.people.shareAll(
      submitted.map(({ after, effectiveOn }) => ({
        personId: after.personId,
        ownerId: after.missionLocaleId,
        recipientId: after.unitId,
        from: effectiveOn,
      })),
    );
    const [first] = submitted;
    if (first)
      await this.reception.open(
        submitted.map(({ after }) => after),
        first.actor,
      );
  }
}
