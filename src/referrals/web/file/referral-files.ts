import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, type LocalDate, type PersonActor } from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { PersonFacts } from '../../../people/index.js';
import type { Fact } from '../../../platform/pages/index.js';
import type { OpeningReason } from '../../domain/code-lists.js';
import { askedOn, checklistOf, type ChecklistLine } from '../../domain/prerequisite-list.js';
import type { Referral, ReferralOutcome } from '../../domain/referral.js';
import { isMaskedOutcome } from '../../domain/shown-outcome.js';
import { ReferralPresenter } from '../../http/referral.presenter.js';
import type { HistoryEntryView, ReferralView } from '../../http/referral.view.js';
import { ConsultReferrals } from '../../use-cases/consult-referrals.js';
import { OutcomeLabels, ReferralQueries } from '../../use-cases/ports.js';
import { PrerequisiteList, PrerequisiteTicks } from '../../use-cases/prerequisite-ports.js';
import { PersonPaths, type PersonStep } from '../people/path/person-paths.js';
import { SupportSections, type SupportSection } from '../support/support-sections.js';

/** A referral as its pages need it. */
export interface ReferralFile {
  readonly view: ReferralView;
  /** What a form sends back, so that nobody decides on what another has just changed. */
  readonly version: number;
  readonly history: readonly HistoryEntryView[];
  /** What is known of the young person, in words. */
  readonly person: readonly Fact[];
  readonly outcomeLabel: string | null;
  /** The words of an outcome of the history. */
  readonly labelOf: (code: string) => string;
  /** What of the answer is kept: a reason may open it, or one was given and there is no more to read. */
  readonly conclusion: 'asks-reason' | 'not-released' | null;
  /** What the scheme of the unit asked for on the day of the referral, ticked or not. */
  readonly checklist: readonly ChecklistLine[];
  /** What is next for somebody whom a unit answered, as an incorporation to come; null while none. */
  readonly step: PersonStep | null;
  /** CEJ and PACEA of the young person. */
  readonly support: SupportSection;
  readonly timeZone: string;
  readonly today: LocalDate;
}

/** Reads a referral for its pages, as the API reads it. */
@Injectable()
export class ReferralFiles {
  constructor(
    private readonly consult: ConsultReferrals,
    private readonly queries: ReferralQueries,
    private readonly presenter: ReferralPresenter,
    private readonly labels: OutcomeLabels,
    private readonly supports: SupportSections,
    private readonly list: PrerequisiteList,
    private readonly ticks: PrerequisiteTicks,
    private readonly personFacts: PersonFacts,
    private readonly paths: PersonPaths,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  /**
   * @param reason why a manager opens the conclusion; recorded
   * @throws ReferralNotFound for an unknown or foreign id
   */
  async one(
    id: string,
    actor: PersonActor,
    reason: OpeningReason | null = null,
  ): Promise<ReferralFile> {
    const own = await this.organisations.byId(actor.organisation.id);
    const timeZone = own?.timeZone ?? 'Europe/Paris';
    return this.consult.one(id, reason, actor, async (summary, outcome) => {
      const [view] = await this.presenter.views([summary], actor, () => outcome);
      if (!view) throw new Error('one view per summary');
      return {
        view,
        version: summary.referral.version,
        person: this.personFacts.withFileNumber(view.youngPerson),
        history: await this.presenter.history(await this.queries.history(id)),
        outcomeLabel: outcome ? this.labels.labelOf(outcome.code) : null,
        labelOf: (code) => this.labels.labelOf(code),
        conclusion: conclusionOf(actor, outcome, reason),
        checklist: await this.checklistOf(
          summary.referral,
          localDateIn(this.clock.now(), timeZone),
        ),
        step: await this.stepOf(summary.referral, actor),
        support: await this.supports.ofPerson(summary.referral.personId, actor),
        timeZone,
        today: localDateIn(this.clock.now(), timeZone),
      };
    });
  }

  private async stepOf(
    { state, personId }: Referral,
    actor: PersonActor,
  ): Promise<PersonStep | null> {
    if (state !== 'decided') return null;
    return (await this.paths.ofPerson(personId, actor)).now;
  }

  private async checklistOf(referral: Referral, today: LocalDate): Promise<ChecklistLine[]> {
    const unit = await this.organisations.byId(referral.unitId);
    const schemes = unit?.scheme ? [unit.scheme] : [];
    const asked = askedOn(await this.list.all(), schemes, referral.referredOn ?? today);
    return checklistOf(asked, referral.prerequisites, await this.ticks.of(referral.id));
  }
}

/** A manager says why before a conclusion opens (interface.md 0.3); the page shows it to nobody else. */
function conclusionOf(
  actor: PersonActor,
  outcome: ReferralOutcome | null,
  reason: OpeningReason | null,
): ReferralFile['conclusion'] {
  if (actor.role !== 'ml-manager' || !isMaskedOutcome(outcome)) return null;
  return reason === null ? 'asks-reason' : 'not-released';
}
