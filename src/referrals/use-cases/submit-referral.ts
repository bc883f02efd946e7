import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, parseLocalDate, UnitOfWork } from '../../kernel/index.js';
import type { Actor, FieldIssue, LocalDate } from '../../kernel/index.js';
import {
  CommuneDirectory,
  COUNTRIES,
  isBirthplace,
  OrganisationDirectory,
  type Organisation,
} from '../../organisations/index.js';
import {
  ageIssues,
  guardianshipIssues,
  PrivacyNotices,
  type Guardianship,
  type PersonDetails,
} from '../../people/index.js';
import {
  ConventionInactive,
  IdentityDoubtful,
  ReferralAlreadyOpen,
  ReferralInvalid,
} from '../domain/errors.js';
import type { Referral, ReferralDetails } from '../domain/referral.js';
import {
  ageWarnings,
  detailIssues,
  identityWarnings,
  placeIssues,
  type Warning,
} from '../domain/referral.rules.js';
import { ReferYoungPeople, type ReferralResult } from './refer-young-people.js';

/** What an adviser, or the mission locale's software, sends. */
export interface SubmitReferralCommand {
  /** The id to take, when the door has given one already. */
  readonly id?: string;
  readonly unitCode: string;
  readonly person: PersonDetails;
  readonly details: ReferralDetails;
  /** False keeps a draft. */
  readonly isSubmitted: boolean;
  /** Who answers for a minor; null when nothing was said of it. */
  readonly guardianship: Guardianship | null;
}

/** Refers one young person to a unit (F04, F05). */
@Injectable()
export class SubmitReferral {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationDirectory,
    private readonly notices: PrivacyNotices,
    private readonly communes: CommuneDirectory,
    private readonly referYoungPeople: ReferYoungPeople,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the referral, with what should be looked at again
   * @throws ReferralInvalid, ConventionInactive, ReferralAlreadyOpen, IdentityDoubtful
   */
  async execute(
    command: SubmitReferralCommand,
    actor: Actor,
  ): Promise<{ referral: Referral; warnings: Warning[] }> {
    const missionLocale = await this.missionLocaleOf(actor);
    const today = localDateIn(this.clock.now(), missionLocale.timeZone);
    return this.unitOfWork.run(actor, async () => {
      const unit = await this.unitLinkedTo(missionLocale, command.unitCode, today);
      await this.checkFields(command, today);
      const [result] = await this.referYoungPeople.execute(missionLocale.id, [
        {
          ...(command.id === undefined ? {} : { id: command.id }),
          actor,
          missionLocaleId: missionLocale.id,
          unitId: unit.id,
          person: command.person,
          details: command.details,
          reference: null,
          referredOn: today,
          isSubmitted: command.isSubmitted,
          asOf: { on: today, sequence: 0, line: 0 },
        },
      ]);
      const warnings = [...warningsOf(command, today), ...gapsOf(result)];
      return { referral: referralOf(result), warnings };
    });
  }

  /**
   * What stands against a referral, short of what only its writing shows.
   * @returns what should be looked at again
   * @throws ReferralInvalid, ConventionInactive
   */
  async check(command: SubmitReferralCommand, actor: Actor): Promise<Warning[]> {
    const missionLocale = await this.missionLocaleOf(actor);
    const today = localDateIn(this.clock.now(), missionLocale.timeZone);
    return this.unitOfWork.run(actor, async () => {
      await this.checkFields(command, today);
      await this.unitLinkedTo(missionLocale, command.unitCode, today);
      return warningsOf(command, today);
    });
  }

  private async missionLocaleOf({ organisation }: Actor): Promise<Organisation> {
    const own = organisation && (await this.organisations.byId(organisation.id));
    if (own?.kind !== 'mission-locale') throw new Error('only a mission locale refers');
    return own;
  }

  private async unitLinkedTo(
    missionLocale: Organisation,
    code: string,
    today: LocalDate,
  ): Promise<Organisation> {
    const unit = await this.organisations.byCode(code);
    if (unit?.kind !== 'unit') {
      const detail = 'Cette unité n’est pas dans la liste des régiments et centres.';
      throw new ReferralInvalid([{ pointer: '/unit', code: 'CODE_INCONNU', detail }]);
    }
    const link = await this.organisations.conventionBetween(missionLocale.id, unit.id, today);
    if (!link) throw new ConventionInactive();
    return unit;
  }

  private async checkFields(command: SubmitReferralCommand, today: LocalDate): Promise<void> {
    const birth = parseLocalDate(command.person.identity.birthDate);
    const notices = await this.notices.inForceOn(command.details.informedOn);
    const { identity, contact } = command.person;
    const issues: FieldIssue[] = [
      ...placeIssues(identity.birthPlaceCode, contact.communeCode, (code) =>
        isBirthplace(code, this.communes, COUNTRIES),
      ),
      ...(birth ? ageIssues(birth, today, '/youngPerson/birthDate') : []),
      ...detailIssues(command.details, today),
      ...ofMinor(command, today),
      ...(notices.includes(command.details.noticeVersion) ? [] : [unknownNotice(notices)]),
    ];
    if (issues.length > 0) throw new ReferralInvalid(issues);
  }
}

/** Nothing of a minor is sent before whoever answers for them agreed (PRV-05). */
function ofMinor(
  { person, guardianship, isSubmitted }: SubmitReferralCommand,
  today: LocalDate,
): FieldIssue[] {
  if (!isSubmitted) return [];
  return guardianshipIssues(person.identity.birthDate, today, guardianship);
}

function unknownNotice(inForce: readonly string[]): FieldIssue {
  const detail = `Version de notice inconnue ce jour-là. En vigueur : ${inForce.join(', ') || 'aucune'}.`;
  return { pointer: '/noticeVersion', code: 'CODE_INCONNU', detail };
}

function warningsOf({ person }: SubmitReferralCommand, today: LocalDate): Warning[] {
  const birth = parseLocalDate(person.identity.birthDate);
  return birth ? ageWarnings(birth, today) : [];
}

function gapsOf(result: ReferralResult | undefined): Warning[] {
  return result?.kind === 'referred' ? identityWarnings(result.gaps) : [];
}

function referralOf(result: ReferralResult | undefined): Referral {
  if (result?.kind === 'referred') return result.referral;
  if (result?.kind === 'already-open') throw new ReferralAlreadyOpen(result.existing);
  throw new IdentityDoubtful(result?.reason ?? 'IDENTITE_INCOHERENTE');
}
