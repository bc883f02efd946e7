import type { Actor, LocalDate } from '../../kernel/index.js';
import type { ContactCorrections } from '../domain/contact-corrections.js';
import type { FieldChange, PersonCorrection } from '../domain/person-correction.js';
import type { PersonRecord } from '../domain/person-record.js';

/** What was corrected on the files of young people. Only inside a unit of work. */
export abstract class PersonCorrections {
  /**
   * Writes the person and the history together.
   * @returns false when the person is no longer the version that was read
   */
  abstract write(
    person: PersonRecord,
    changes: readonly FieldChange[],
    actor: Actor,
  ): Promise<boolean>;
  /** The latest first. */
  abstract of(personId: string, limit: number): Promise<PersonCorrection[]>;
  /** By person: which parts of the contact were corrected, and on which day there; none of who has none. */
  abstract contactsOf(
    personIds: readonly string[],
    timeZone: string,
  ): Promise<ReadonlyMap<string, ContactCorrections>>;
}

/** What follows, in the features above, from a corrected young person. */
export abstract class CorrectionFollower {
  /** In the same unit of work, whatever the door. */
  abstract follow(personId: string, on: LocalDate, actor: Actor): Promise<void>;
}
