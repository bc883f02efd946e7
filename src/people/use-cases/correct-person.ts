import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  ChangedMeanwhile,
  Clock,
  localDateIn,
  UnitOfWork,
  type Actor,
  type LocalDate,
} from '../../kernel/index.js';
import {
  CommuneDirectory,
  COUNTRIES,
  isBirthplace,
  OrganisationDirectory,
} from '../../organisations/index.js';
import {
  PersonCorrectionInvalid,
  PersonLooksKnown,
  YoungPersonNotFound,
} from '../domain/errors.js';
import {
  decideCorrection,
  type AskedCorrection,
  type FieldChange,
  type PersonCorrection,
} from '../domain/person-correction.js';
import type { PersonRecord } from '../domain/person-record.js';
import { isMinorOn, type Guardianship } from '../domain/age.rules.js';
import { guardianshipIssues } from '../domain/guardianship.rules.js';
import { newlyAlike } from '../domain/resolve-person.js';
import { CorrectionFollower, PersonCorrections } from './correction-ports.js';
import { KnownPeopleIndex } from './known-people-index.js';
import { IdentityContexts, People } from './ports.js';

/** Corrections shown of one person: nobody has as many. */
const MOST_CORRECTIONS = 50;

/** What is asked of a correction. */
export interface CorrectionAsked {
  readonly asked: AskedCorrection;
  /** Version of the person that was read before deciding. */
  readonly version: number;
  /** Others of the same identity who are somebody else: whoever asks has compared them. */
  readonly distinctFrom: readonly string[];
  /** Who answers for somebody whom the correction makes a minor; null when nobody was named. */
  readonly guardianship: Guardianship | null;
}

/** Corrects the identity or the contact of a young person on the files of the own mission locale. */
@Injectable()
export class CorrectPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly corrections: PersonCorrections,
    private readonly contexts: IdentityContexts,
    private readonly follower: CorrectionFollower,
    private readonly organisations: OrganisationDirectory,
    private readonly communes: CommuneDirectory,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * What is left out stays; what says nothing new writes nothing. Who becomes a minor by it needs the
   * agreement of whoever answers for them, as when a minor is referred.
   * @throws YoungPersonNotFound for an unknown or foreign id
   * @throws ChangedMeanwhile when the person is no longer the version that was read
   * @throws PersonCorrectionInvalid, PersonLooksKnown
   */
  async execute(
    id: string,
    { asked, version, distinctFrom, guardianship }: CorrectionAsked,
    actor: Actor,
  ): Promise<PersonRecord> {
    const today = await this.today(actor);
    return this.unitOfWork.run(actor, async () => {
      const person = await this.own(id, actor);
      if (person.version !== version) throw new ChangedMeanwhile();
      const decision = decideCorrection(person, asked, {
        today,
        isPlace: (code) => isBirthplace(code, this.communes, COUNTRIES),
      });
      if (decision.kind === 'invalid') throw new PersonCorrectionInvalid(decision.issues);
      if (decision.changes.length === 0) return person;
      const { birthDate } = decision.details.identity;
      const isNewlyMinor = !isMinorOn(person.identity.birthDate, today);
      const unanswered = isNewlyMinor ? guardianshipIssues(birthDate, today, guardianship) : [];
      if (unanswered.length > 0) throw new PersonCorrectionInvalid(unanswered);
      const corrected = { ...person, ...decision.details, version: person.version + 1 };
      await this.refuseAlike(person, corrected, distinctFrom);
      await this.write(corrected, decision.changes, today, actor);
      return corrected;
    });
  }

  /** What was corrected before, the latest first; inside no unit of work. */
  history(id: string, actor: Actor): Promise<PersonCorrection[]> {
    return this.unitOfWork.read(actor, () => this.corrections.of(id, MOST_CORRECTIONS));
  }

  private async own(id: string, { organisation }: Actor): Promise<PersonRecord> {
    const [person] = await this.people.byIds([id]);
    if (!person || person.organisationId !== organisation?.id) throw new YoungPersonNotFound();
    return person;
  }

  /** As when somebody is referred, the strict traits say that there is a file already (exchange.md 7.f). */
  private async refuseAlike(
    before: PersonRecord,
    after: PersonRecord,
    distinctFrom: readonly string[],
  ): Promise<void> {
    const search = KnownPeopleIndex.searchOf(after);
    const near = await this.people.byTraits(before.organisationId, [search]);
    const others = near.filter(({ id }) => id !== before.id);
    const context = await this.contexts.about([before.id, ...others.map(({ id }) => id)]);
    const alike = newlyAlike({ before, after }, others, context).map(({ id }) => id);
    if (alike.some((id) => !distinctFrom.includes(id))) throw new PersonLooksKnown(alike);
  }

  private async write(
    person: PersonRecord,
    changes: readonly FieldChange[],
    today: LocalDate,
    actor: Actor,
  ): Promise<void> {
    const isWritten = await this.corrections.write(person, changes, actor);
    if (!isWritten) throw new ChangedMeanwhile();
    await this.follower.follow(person.id, today, actor);
    await this.audit.record({
      actor,
      command: 'young-person.correct',
      resource: { type: 'young-person', id: person.id },
      organisationId: person.organisationId,
      effectiveOn: today,
      result: 'done',
      // Which fields, never what they hold.
      detail: changes.map(({ field }) => field).join(' '),
      people: [person.id],
    });
  }

  private async today({ organisation }: Actor): Promise<LocalDate> {
    const own = organisation && (await this.organisations.byId(organisation.id));
    if (own?.kind !== 'mission-locale') throw new YoungPersonNotFound();
    return localDateIn(this.clock.now(), own.timeZone);
  }
}
