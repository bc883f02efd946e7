import { Injectable } from '@nestjs/common';
import { Ids, type LocalDate } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { completed, contactSaid, type ContactCorrections } from '../domain/contact-corrections.js';
import { identityKey } from '../domain/identity-verdict.js';
import { hasSameContact, type PersonDetails, type PersonRecord } from '../domain/person-record.js';
import { resolvePerson, type PersonResolution } from '../domain/resolve-person.js';
import type { Described } from '../domain/vetoes.js';
import { KnownPeopleIndex } from './known-people-index.js';
import { PersonCorrections } from './correction-ports.js';
import { IdentityContexts, People } from './ports.js';

/** Who one described young person is: a file on record, or one still to be written. */
export interface KnownPerson {
  readonly kind: 'registered';
  readonly personId: string;
  readonly gaps: readonly string[];
  /** As on record; null when `save` has to create it. */
  readonly record: PersonRecord | null;
}
export type RegisteredPerson = KnownPerson | Extract<PersonResolution, { kind: 'doubtful' }>;

/** A person found and what was said of them, to be written. */
export interface PersonToSave {
  readonly found: KnownPerson;
  readonly details: PersonDetails;
  /**
   * The day of which the contact is true: what was corrected by hand that day, or later, stays. Null of
   * somebody who had the file before their eyes, and says otherwise.
   */
  readonly saidOn: LocalDate | null;
}

/**
 * Finds or creates the files of young people in an organisation. A known person keeps the identity
 * on file, never overwritten by what comes later; how to reach them is brought up to date, and what
 * is left empty takes nothing away. Found
 * first, saved once the caller knows which of them it keeps: what is refused changes nothing.
 */
@Injectable()
export class RegisterPeople {
  constructor(
    private readonly people: People,
    private readonly contexts: IdentityContexts,
    private readonly ids: Ids,
    private readonly corrections: PersonCorrections,
    private readonly organisations: OrganisationDirectory,
  ) {}

  /** One result per described person, in the same order. Two descriptions of one person give one file. */
  async find(
    organisationId: string,
    described: readonly PersonDetails[],
  ): Promise<RegisteredPerson[]> {
    const index = await this.known(organisationId, described);
    const context = await this.contexts.about(index.ids());
    return described.map((details) => {
      const resolution = resolvePerson(details, index.around(details), context);
      if (resolution.kind === 'doubtful') return resolution;
      const { gaps } = resolution;
      if (resolution.kind === 'known') {
        const { person } = resolution;
        const record = index.recordOf(person.id) ?? (index.isNew(person.id) ? null : person);
        index.add({ ...person, imiloId: person.imiloId ?? details.imiloId });
        return { kind: 'registered', personId: person.id, gaps, record };
      }
      const id = this.ids.uuid();
      index.addNew({ ...details, id, organisationId, version: 1 });
      return { kind: 'registered', personId: id, gaps, record: null };
    });
  }

  /**
   * For each description, true when somebody of the same surname, first name and day of birth is on
   * the files of the organisation, or described before in this call. Three traits link nobody.
   */
  async homonymsOf(organisationId: string, described: readonly Described[]): Promise<boolean[]> {
    const searches = described.map((one) => KnownPeopleIndex.searchOf(one));
    const known = await this.people.byTraits(organisationId, searches);
    const names = new Set(known.map(identityKey));
    return described.map((one) => {
      const key = identityKey(one);
      const isKnown = names.has(key);
      names.add(key);
      return isKnown;
    });
  }

  /** Writes new people, and how to reach known ones; the last description of a person wins. */
  async save(organisationId: string, people: readonly PersonToSave[]): Promise<void> {
    const created = new Map<string, PersonDetails & { id: string; organisationId: string }>();
    const described = new Map<string, PersonToSave & { found: { record: PersonRecord } }>();
    for (const { found, details: said, saidOn } of people) {
      const { personId: id, record } = found;
      const before = described.get(id)?.details ?? created.get(id);
      const contact = before ? completed(said.contact, before.contact) : said.contact;
      const details = { ...said, contact };
      if (record) described.set(id, { found: { ...found, record }, details, saidOn });
      else {
        const { identity } = created.get(id) ?? details;
        created.set(id, { ...details, identity, id, organisationId });
      }
    }
    await this.people.insertAll([...created.values()]);
    const corrected = await this.correctedOf(organisationId, [...described.keys()]);
    await this.people.updateContacts(
      [...described.values()].flatMap((one) =>
        contactChange(one, corrected.get(one.found.personId) ?? {}),
      ),
    );
  }

  private async correctedOf(organisationId: string, personIds: readonly string[]) {
    const own = await this.organisations.byId(organisationId);
    // Only missions locales correct people: a unit has none to look for.
    if (own?.kind === 'unit') return new Map<string, ContactCorrections>();
    return this.corrections.contactsOf(personIds, own?.timeZone ?? 'Europe/Paris');
  }

  private async known(
    organisationId: string,
    described: readonly PersonDetails[],
  ): Promise<KnownPeopleIndex> {
    const imiloIds = described.flatMap(({ imiloId }) => (imiloId ? [imiloId] : []));
    const searches = described.map((details) => KnownPeopleIndex.searchOf(details));
    const byImilo = await this.people.byImiloIds(organisationId, imiloIds);
    const byTraits = await this.people.byTraits(organisationId, searches);
    return new KnownPeopleIndex([...byImilo, ...byTraits], described);
  }
}

/** What is new in how to reach a person; a number i-milo once known does not change. */
function contactChange(
  { found: { record }, details, saidOn }: PersonToSave & { found: { record: PersonRecord } },
  corrected: ContactCorrections,
) {
  const known = record.contact;
  const contact =
    saidOn === null
      ? completed(details.contact, known)
      : contactSaid(details.contact, { known, corrected }, saidOn);
  const imiloId = record.imiloId ?? details.imiloId;
  const isSame = hasSameContact(known, contact) && imiloId === record.imiloId;
  return isSame ? [] : [{ id: record.id, imiloId, contact }];
}
