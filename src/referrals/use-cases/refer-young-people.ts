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
import { FreeReferrers } from './free-referrers.js';
import { decideReferral, ReferralChanges } from './referral-changes.js';

/** One young person to refer, already checked by the door it came through. */
export interface ReferralRequest {
  /** The id to take, when the door has given one already. */
  readonly id?: string;
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
  | {
      readonly kind: 'referred';
      readonly referral: Referral;
      readonly gaps: readonly string[];
      /** What said that another unit left the same young person without an answer. */
      readonly freed: ReferralChange | null;
    }
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
    private readonly freeReferrers: FreeReferrers,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async execute(
    missionLocaleId: string,
    requests: readonly ReferralRequest[],
  ): Promise<ReferralResult[]> {
    const found = await this.find(missionLocaleId, requests);
    const open = await this.openByPerson(found);
    const freeing = await this.freeReferrers.from([...open.values()]);
    const results = requests.map((request, index) =>
      this.refer(request, found[index], open, freeing),
    );
    await this.save(missionLocaleId, requests, found, results);
    await this.write(results, requests);
    return results;
  }

  /** Who the described people are; whoever a human recognised already is taken as such. */
  private async find(
    missionLocaleId: string,
    requests: readonly ReferralRequest[],
  ): Promise<RegisteredPerson[]> {
    const found = await this.registerPeople.find(
      missionLocaleId,
      requests.map(({ person }) => person),
    );
    return requests.map(({ personId }, index) => {
      if (personId !== undefined) return { kind: 'registered', personId, gaps: [], record: null };
      const person = found[index];
      if (!person) throw new Error('one registered person per request');
      return person;
    });
  }

  /** A request that makes no referral changes nothing of the person either. */
  private async save(
    missionLocaleId: string,
    requests: readonly ReferralRequest[],
    found: readonly RegisteredPerson[],
    results: readonly ReferralResult[],
  ): Promise<void> {
    const toSave = requests.flatMap(({ person, personId, actor, asOf }, index) => {
      const one = found[index];
      const isKept = personId === undefined && results[index]?.kind === 'referred';
      return isKept && one?.kind === 'registered'
        ? [{ found: one, details: person, saidOn: actor.type === 'person' ? null : asOf.on }]
        : [];
    });
    await this.registerPeople.save(missionLocaleId, toSave);
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
    freeing: Awaited<ReturnType<FreeReferrers['from']>>,
  ): ReferralResult {
    if (!person) throw new Error('one registered person per request');
    if (person.kind === 'doubtful') return person;
    const existing = open.get(person.personId);
    const { unitId, referredOn: on, actor } = request;
    const isNext = existing !== undefined && request.isSubmitted;
    const freed = isNext ? freeing(existing, { unitId, on, actor }) : null;
    if (isNext && !freed) return { kind: 'already-open', existing };
    const referral = this.draft(request, person.personId);
    if (request.isSubmitted) open.set(person.personId, referral);
    return { kind: 'referred', referral, gaps: person.gaps, freed };
  }

  private draft(request: ReferralRequest, personId: string): Referral {
    const year = Number(request.referredOn.slice(0, 4));
    return {
      ...request.details,
      id: request.id ?? this.ids.uuid(),
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
    // One open referral at a time: the former is left before the next begins.
    await this.changes.write(
      results.flatMap((result) => (result.kind === 'referred' ? (result.freed ?? []) : [])),
    );
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
    await this.reception.open(submitted);
  }
}
