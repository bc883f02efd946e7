import type { LocalDate } from '../../kernel/index.js';
import type { ContactDetails, PersonDetails, PersonRecord } from '../domain/person-record.js';

/** What to look a person up by. */
export interface TraitSearch {
  readonly birthDate: string;
  readonly nameKey: string;
  readonly firstNameKey: string;
}

/** Opens a person's file to another organisation from a day on. */
export interface PersonShare {
  readonly personId: string;
  readonly ownerId: string;
  readonly recipientId: string;
  readonly from: LocalDate;
}

/**
 * The young people an organisation may see. Everything is set-based: a page passes one, a file
 * thousands. Only inside a unit of work.
 */
export abstract class People {
  abstract byIds(ids: readonly string[]): Promise<PersonRecord[]>;
  /** Own files only, by i-milo number. */
  abstract byImiloIds(organisationId: string, imiloIds: readonly string[]): Promise<PersonRecord[]>;
  /** Own files only, by day of birth and name keys. */
  abstract byTraits(
    organisationId: string,
    searches: readonly TraitSearch[],
  ): Promise<PersonRecord[]>;
  abstract insertAll(
    people: readonly (PersonDetails & { id: string; organisationId: string })[],
  ): Promise<void>;
  abstract updateContacts(
    changes: readonly { id: string; imiloId: string | null; contact: ContactDetails }[],
  ): Promise<void>;
  /** Sharing twice is sharing once. */
  abstract shareAll(shares: readonly PersonShare[]): Promise<void>;
}

/** Versions of the information notice and the days on which they may be given. */
export abstract class PrivacyNotices {
  /** The versions in force on `day`. */
  abstract inForceOn(day: LocalDate): Promise<readonly string[]>;
  /** Puts a version in force from a day on; one that exists stays as it is. Technical scope. */
  abstract publish(version: string, validFrom: LocalDate): Promise<boolean>;
}
