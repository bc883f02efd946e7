import { Injectable } from '@nestjs/common';
import { UnitHome, type UnitTask } from '../../candidacies/index.js';
import { CejHome } from '../../cej/index.js';
import { ConsultExceptions } from '../../consistency/index.js';
import { DirectHome, type DirectTask } from '../../direct-applicants/index.js';
import { ExchangeHome, type ExchangeWork } from '../../exchanges/index.js';
import { FollowUpHome } from '../../follow-ups/index.js';
import type { Instant, PersonActor, Role } from '../../kernel/index.js';
import { SessionHome, type SessionTask } from '../../information-sessions/index.js';
import { ConsultMerges, MERGE_DECIDERS } from '../../people/index.js';
import { ConsultSilences, ReturnHome, type ReturnTask } from '../../returns/index.js';
import { ReferralHome, type ReferralCounts, type ReferralWork } from '../../referrals/index.js';
import { ServiceHome, type ServiceTask } from '../../volunteers/index.js';

/** What waits for somebody, feature by feature; null where the role has no part in it. */
export interface WorkFound {
  readonly referrals: ReferralWork | null;
  readonly unit: readonly UnitTask[] | null;
  readonly sessions: readonly SessionTask[] | null;
  readonly direct: readonly DirectTask[] | null;
  /** Of the services of a unit. */
  readonly services: readonly ServiceTask[] | null;
  readonly returns: readonly ReturnTask[] | null;
  readonly exchanges: ExchangeWork | null;
  /** Young people of whom it is time to say what they became. */
  readonly followUps: number | null;
  /** Contracts of support near a limit, or to confirm. */
  readonly contracts: number | null;
  /** Young people without anybody in charge, next action or date, that the organisation can repair. */
  readonly exceptions: number | null;
  /** Files that may be one person, proposed by a colleague. */
  readonly merges: number | null;
  /** Missions locales of the region that leave returns without a sign. */
  readonly silences: number | null;
}

const ADVISERS: readonly Role[] = ['ml-adviser', 'ml-manager'];
const UNIT_ROLES: readonly Role[] = [
  'recruiter',
  'unit-manager',
  'medical-office',
  'insertion-officer',
];
/** Who records services; recruiters have their candidacies to begin with. */
const SERVICE_WRITERS: readonly Role[] = ['insertion-officer', 'unit-manager'];
const RETURN_READERS: readonly Role[] = [
  ...ADVISERS,
  'recruiter',
  'unit-manager',
  'insertion-officer',
];
/** Who answers an invitation to a session, or says who came. */
const SESSION_ROLES: readonly Role[] = [...ADVISERS, 'recruiter', 'unit-manager'];
/** Who chooses a mission locale for a direct applicant, or answers the invitation. */
const DIRECT_ROLES: readonly Role[] = [
  ...ADVISERS,
  'recruiter',
  'insertion-officer',
  'unit-manager',
];
const PILOTS: readonly Role[] = ['national-pilot'];
const OPERATORS: readonly Role[] = ['exchange-operator'];

/** What waits for somebody, in figures alone: nobody was named to find it. */
export interface WorkCounted extends Omit<WorkFound, 'referrals'> {
  readonly referrals: ReferralCounts | null;
}

/** Asks each feature what waits for a role, and nothing else. */
@Injectable()
export class HomeWork {
  constructor(
    private readonly referrals: ReferralHome,
    private readonly unit: UnitHome,
    private readonly sessions: SessionHome,
    private readonly direct: DirectHome,
    private readonly services: ServiceHome,
    private readonly returns: ReturnHome,
    private readonly followUps: FollowUpHome,
    private readonly exchanges: ExchangeHome,
    private readonly cej: CejHome,
    private readonly consistency: ConsultExceptions,
    private readonly silences: ConsultSilences,
    private readonly merges: ConsultMerges,
  ) {}

  async of(actor: PersonActor): Promise<WorkFound> {
    const referrals = ADVISERS.includes(actor.role) ? await this.referrals.of(actor) : null;
    return { ...(await this.elsewhere(actor)), referrals };
  }

  /** @param since of the answers that came in; those of the last days when null */
  async counts(actor: PersonActor, since: Instant | null): Promise<WorkCounted> {
    const isAdviser = ADVISERS.includes(actor.role);
    const referrals = isAdviser ? await this.referrals.counts(actor, since) : null;
    return { ...(await this.elsewhere(actor)), referrals };
  }

  private async elsewhere(actor: PersonActor): Promise<Omit<WorkFound, 'referrals'>> {
    const { role } = actor;
    return {
      unit: UNIT_ROLES.includes(role) ? await this.unit.of(actor) : null,
      sessions: SESSION_ROLES.includes(role) ? await this.sessions.of(actor) : null,
      direct: DIRECT_ROLES.includes(role) ? await this.direct.of(actor) : null,
      services: SERVICE_WRITERS.includes(role) ? await this.services.of(actor) : null,
      returns: RETURN_READERS.includes(role) ? await this.returns.of(actor) : null,
      followUps: ADVISERS.includes(role) ? await this.followUps.toAnswer(actor) : null,
      exchanges: OPERATORS.includes(role) ? await this.exchanges.of(actor) : null,
      contracts: ADVISERS.includes(role) ? await this.cej.toWatch(actor) : null,
      exceptions: RETURN_READERS.includes(role) ? await this.consistency.count(actor) : null,
      merges: MERGE_DECIDERS.some((one) => one === role) ? await this.merges.toDecide(actor) : null,
      silences: PILOTS.includes(role) ? (await this.silences.of(actor)).length : null,
    };
  }
}
