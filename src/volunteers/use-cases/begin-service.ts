import { Injectable } from '@nestjs/common';
import { Clock, Ids, localDateIn, UnitOfWork } from '../../kernel/index.js';
import type { Actor, FieldIssue, LocalDate } from '../../kernel/index.js';
import { Candidacies } from '../../candidacies/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { beginningOfService, type BeginningInput } from '../domain/beginning.js';
import {
  AlreadyIncorporated,
  CandidacyNotSelected,
  VolunteerInvalid,
  VolunteerNotFound,
} from '../domain/errors.js';
import type { Volunteer } from '../domain/volunteer.js';
import { incorporationIssues } from '../domain/volunteer.rules.js';
import { Volunteers } from './ports.js';
import { VolunteerChanges } from './volunteer-changes.js';

const NO_CANDIDACY: FieldIssue = {
  pointer: '/candidacyId',
  code: 'constraint-error',
  detail: 'Aucune candidature de votre unité ne porte cet identifiant.',
};

/** The unit tells how the day of incorporation went: incorporated, absent or postponed (F10). */
@Injectable()
export class BeginService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly candidacies: Candidacies,
    private readonly volunteers: Volunteers,
    private readonly organisations: OrganisationDirectory,
    private readonly changes: VolunteerChanges,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws VolunteerInvalid, also for an unknown or foreign candidacy
   * @throws CandidacyNotSelected, AlreadyIncorporated
   */
  async execute(candidacyId: string, input: BeginningInput, actor: Actor): Promise<Volunteer> {
    const today = await this.today(actor);
    const issues = beginningIssues(input, today);
    if (issues.length > 0) throw new VolunteerInvalid(issues);
    return this.unitOfWork.run(actor, async () => {
      const [candidacy] = await this.candidacies.byIds([candidacyId]);
      if (!candidacy) throw new VolunteerInvalid([NO_CANDIDACY]);
      const [known] = await this.volunteers.ofCandidacies([candidacyId]);
      if (known) throw new AlreadyIncorporated();
      if (candidacy.decision?.code !== 'APTE_RETENU') throw new CandidacyNotSelected();
      const change = beginningOfService(candidacy, this.ids.uuid(), input, actor, today);
      await this.changes.write([change]);
      return change.after;
    });
  }

  private async today({ organisation }: Actor): Promise<LocalDate> {
    const unit = organisation && (await this.organisations.byId(organisation.id));
    if (!unit) throw new VolunteerNotFound();
    return localDateIn(this.clock.now(), unit.timeZone);
  }
}

/** A day that was missed is in the past; a postponed one is to come, or not known yet. */
function beginningIssues(input: BeginningInput, today: LocalDate): FieldIssue[] {
  const { status, incorporatedOn } = input;
  const pointer = '/incorporatedOn';
  if (status === 'INCORPORE') return incorporationIssues(input, today);
  if (status === 'REPORT') {
    const isPast = incorporatedOn !== null && incorporatedOn <= today;
    const detail =
      'Une incorporation reportée a lieu plus tard : indiquez un jour à venir, ou rien.';
    return isPast ? [{ pointer, code: 'CHRONOLOGIE', detail }] : [];
  }
  if (!incorporatedOn) {
    return [{ pointer, code: 'required', detail: 'Indiquez le jour de l’absence.' }];
  }
  const detail = 'Ce jour n’est pas encore venu.';
  return incorporatedOn > today ? [{ pointer, code: 'DATE_FUTURE', detail }] : [];
}
