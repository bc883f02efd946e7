import type { LocalDate } from '../../kernel/index.js';
import type { IdentityVerdict, SaidBefore } from '../domain/identity-verdict.js';
import type { ContactDetails, PersonDetails, PersonRecord } from '../domain/person-record.js';
import type { ResolveContext } from '../domain/resolve-person.js';

/** What to look a person up by: first names are compared afterwards, they have several spellings. */
export interface TraitSearch {
  readonly birthDate: string;
  readonly nameKey: string;
}

/** Whom an organisation looks for among its own; all optional, all combined. */
export interface PeopleSearch {
  /** Words of the name, folded: each must be in the surname or the first name. */
  readonly nameWords?: readonly string[];
  /** The i-milo number. */
  readonly number?: string;
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
  /** Own files only, by day of birth and surname; a few more than a human can compare at most. */
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

/** The own files of an organisation, as a list. Only inside a unit of work. */
export abstract class PeopleLists {
  /** By name; how many there are in all, by the condition of the list itself. */
  abstract page(
    organisationId: string,
    search: PeopleSearch,
    range: { readonly limit: number; readonly offset: number },
  ): Promise<{ items: PersonRecord[]; total: number }>;
}

/** What humans said of identities and people on file, for the organisation that asked them (V6). */
export abstract class IdentityVerdicts {
  /** What stands about these people; inside a unit of work. */
  abstract about(personIds: readonly string[]): Promise<SaidBefore>;
  /** A later verdict on the same pair takes the place of the former one. */
  abstract say(verdicts: readonly SpokenVerdict[]): Promise<void>;
  /** Takes back what a review said. */
  abstract withdraw(reviewId: string, by: string): Promise<void>;
}

/** What the identities of some people are judged with. */
export abstract class IdentityContexts {
  /** Inside a unit of work. */
  abstract about(personIds: readonly string[]): Promise<ResolveContext>;
}

/** A verdict with who gave it, where. */
export interface SpokenVerdict extends IdentityVerdict {
  readonly id: string;
  readonly organisationId: string;
  /** The review, or the merge proposal, it was given in. */
  readonly reviewId: string;
  readonly saidBy: string;
}

/** Versions of the information notice and the days on which they may be given. */
export abstract class PrivacyNotices {
  /** The versions in force on `day`. */
  abstract inForceOn(day: LocalDate): Promise<readonly string[]>;
  /** Puts a version in force from a day on; one that exists stays as it is. Technical scope. */
  abstract publish(version: string, validFrom: LocalDate): Promise<boolean>;
}
