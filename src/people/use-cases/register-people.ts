import { Injectable } from '@nestjs/common';
import { Ids } from '../../kernel/index.js';
import { hasSameContact, type PersonDetails, type PersonRecord } from '../domain/person-record.js';
import { resolvePerson, traitKeys, type PersonResolution } from '../domain/resolve-person.js';
import { People } from './ports.js';

/** What became of one described young person. */
export type RegisteredPerson =
  | { readonly kind: 'registered'; readonly personId: string; readonly gaps: readonly string[] }
  | Extract<PersonResolution, { kind: 'doubtful' }>;

/**
 * Finds or creates the files of young people in an organisation. A known person keeps the identity
 * on file, never overwritten by what comes later; how to reach them is brought up to date.
 */
@Injectable()
export class RegisterPeople {
  constructor(
    private readonly people: People,
    private readonly ids: Ids,
  ) {}

  /** One result per described person, in the same order. Two descriptions of one person give one file. */
  async execute(
    organisationId: string,
    described: readonly PersonDetails[],
  ): Promise<RegisteredPerson[]> {
    const index = await this.known(organisationId, described);
    const batch = new Batch(organisationId, this.ids);
    const results = described.map((details) => batch.place(details, index));
    await this.people.insertAll(batch.created);
    await this.people.updateContacts(batch.moved);
    return results;
  }

  private async known(organisationId: string, described: readonly PersonDetails[]): Promise<Index> {
    const imiloIds = described.flatMap(({ imiloId }) => (imiloId ? [imiloId] : []));
    const searches = described.map(({ identity }) => ({
      birthDate: identity.birthDate,
      ...traitKeys(identity),
    }));
    const byImilo = await this.people.byImiloIds(organisationId, imiloIds);
    const byTraits = await this.people.byTraits(organisationId, searches);
    return new Index([...byImilo, ...byTraits]);
  }
}

/** The people at hand, by i-milo number and by traits. */
class Index {
  private readonly byImilo = new Map<string, PersonRecord>();
  private readonly byTraits = new Map<string, Map<string, PersonRecord>>();

  constructor(people: readonly PersonRecord[]) {
    for (const person of people) this.add(person);
  }

  add(person: PersonRecord): void {
    if (person.imiloId) this.byImilo.set(person.imiloId, person);
    const key = traitsOf(person);
    const same = this.byTraits.get(key) ?? new Map<string, PersonRecord>();
    this.byTraits.set(key, same.set(person.id, person));
  }

  resolve(details: PersonDetails): PersonResolution {
    return resolvePerson(details, {
      byImilo: details.imiloId ? this.byImilo.get(details.imiloId) : undefined,
      byTraits: [...(this.byTraits.get(traitsOf(details))?.values() ?? [])],
    });
  }
}

function traitsOf({ identity }: PersonDetails): string {
  const { nameKey, firstNameKey } = traitKeys(identity);
  return JSON.stringify([identity.birthDate, nameKey, firstNameKey]);
}

/** Collects what one call has to write. */
class Batch {
  readonly created: PersonRecord[] = [];
  readonly moved: PersonRecord[] = [];

  constructor(
    private readonly organisationId: string,
    private readonly ids: Ids,
  ) {}

  place(details: PersonDetails, index: Index): RegisteredPerson {
    const resolution = index.resolve(details);
    if (resolution.kind === 'doubtful') return resolution;
    if (resolution.kind === 'known') {
      this.refresh(resolution.person, details, index);
      return { kind: 'registered', personId: resolution.person.id, gaps: resolution.gaps };
    }
    const person = {
      ...details,
      id: this.ids.uuid(),
      organisationId: this.organisationId,
      version: 1,
    };
    this.created.push(person);
    index.add(person);
    return { kind: 'registered', personId: person.id, gaps: [] };
  }

  private refresh(person: PersonRecord, details: PersonDetails, index: Index): void {
    const imiloId = person.imiloId ?? details.imiloId;
    if (hasSameContact(person.contact, details.contact) && imiloId === person.imiloId) return;
    const moved = { ...person, imiloId, contact: details.contact };
    const isNew = this.created.some(({ id }) => id === person.id);
    if (!isNew) this.moved.push(moved);
    index.add(moved);
  }
}
