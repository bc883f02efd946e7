import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, type LocalDate, type PersonActor } from '../../../kernel/index.js';
import {
  contactLines,
  named,
  OrganisationDirectory,
  type Named,
} from '../../../organisations/index.js';
import { lookalikesPath, MERGE_PROPOSERS, PersonFacts } from '../../../people/index.js';
import type { Fact } from '../../../platform/pages/index.js';
import { ReferralQueries, type Referral } from '../../../referrals/index.js';
import { CandidacyPresenter } from '../../http/candidacy.presenter.js';
import type { CandidacyView } from '../../http/candidacy.view.js';
import { ConsultCandidacies } from '../../use-cases/consult-candidacies.js';
import {
  CandidacyQueries,
  type CandidacyEvent,
  type CandidacySummary,
} from '../../use-cases/ports.js';
import { ServiceLinks, type ServiceLink } from './service-links.js';

/** A line of history with the name of who acted. */
export type NamedEvent = Named<CandidacyEvent>;

/** A file as its pages need it. */
export interface CandidacyFile {
  readonly view: CandidacyView;
  /** What a form sends back, so that nobody decides on what another has just changed. */
  readonly version: number;
  readonly events: readonly NamedEvent[];
  /** What is known of the young person, in words. */
  readonly person: readonly Fact[];
  readonly referral: Referral | null;
  /** To the service of a selected candidate, begun or to begin. */
  readonly service: ServiceLink | null;
  /** To the files that look like that of a direct applicant, which the unit keeps; null for any other. */
  readonly lookalikesHref: string | null;
  /** Where the mission locale is found and called, line by line. */
  readonly contact: readonly string[];
  readonly timeZone: string;
  readonly today: LocalDate;
}

/** Reads a file for its pages, as the API reads it. */
@Injectable()
export class CandidacyFiles {
  constructor(
    private readonly consult: ConsultCandidacies,
    private readonly queries: CandidacyQueries,
    private readonly referrals: ReferralQueries,
    private readonly presenter: CandidacyPresenter,
    private readonly serviceLinks: ServiceLinks,
    private readonly personFacts: PersonFacts,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  /** @throws CandidacyNotFound for an unknown or foreign id */
  async one(id: string, actor: PersonActor): Promise<CandidacyFile> {
    const unit = await this.organisations.byId(actor.organisation.id);
    const timeZone = unit?.timeZone ?? 'Europe/Paris';
    return this.consult.one(id, actor, async (summary, conclusions) => {
      const { referralId, missionLocaleId, version } = summary.candidacy;
      const referral = referralId === null ? null : await this.referrals.one(referralId);
      const view = await this.presenter.ownPage(summary, actor, conclusions);
      return {
        view,
        person: this.personFacts.of(view.youngPerson),
        version,
        events: await named(this.organisations, await this.queries.history(id)),
        referral: referral?.referral ?? null,
        service: await this.serviceLinks.of(summary.candidacy, actor),
        lookalikesHref: lookalikesHref(summary.candidacy, actor),
        contact: missionLocaleId
          ? contactLines(await this.organisations.contactOf(missionLocaleId))
          : [],
        timeZone,
        today: localDateIn(this.clock.now(), timeZone),
      };
    });
  }
}

function lookalikesHref(
  { personId, missionLocaleId }: CandidacySummary['candidacy'],
  { role }: PersonActor,
): string | null {
  const isOwn = missionLocaleId === null && MERGE_PROPOSERS.some((proposer) => proposer === role);
  return isOwn ? lookalikesPath(personId) : null;
}
