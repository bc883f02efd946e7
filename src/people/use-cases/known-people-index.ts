import type { PersonDetails, PersonRecord } from '../domain/person-record.js';
import { traitKeys, type KnownPeople } from '../domain/resolve-person.js';
import type { Described } from '../domain/vetoes.js';
import type { TraitSearch } from './ports.js';

/** The people at hand, by i-milo number and by traits; those just described are added on the way. */
export class KnownPeopleIndex {
  private readonly records = new Map<string, PersonRecord>();
  private readonly byImilo = new Map<string, PersonRecord>();
  private readonly byTraits = new Map<string, Map<string, PersonRecord>>();
  private readonly created = new Set<string>();
  private readonly described = new Map<string, PersonDetails[]>();

  constructor(people: readonly PersonRecord[], described: readonly PersonDetails[]) {
    for (const person of people) {
      this.records.set(person.id, person);
      this.add(person);
    }
    for (const details of described) {
      const key = keyOf(details);
      const same = this.described.get(key);
      if (same) same.push(details);
      else this.described.set(key, [details]);
    }
  }

  /** What to look a described person up by, apart from the number. */
  static searchOf({ identity }: Described): TraitSearch {
    return { birthDate: identity.birthDate, nameKey: traitKeys(identity).nameKey };
  }

  ids(): readonly string[] {
    return [...this.records.keys()];
  }

  /** The file on record, as it was before this call. */
  recordOf(id: string): PersonRecord | null {
    return this.records.get(id) ?? null;
  }

  /** True for somebody first described in this call. */
  isNew(id: string): boolean {
    return this.created.has(id);
  }

  addNew(person: PersonRecord): void {
    this.created.add(person.id);
    this.add(person);
  }

  add(person: PersonRecord): void {
    if (person.imiloId) this.byImilo.set(person.imiloId, person);
    const key = keyOf(person);
    const same = this.byTraits.get(key) ?? new Map<string, PersonRecord>();
    this.byTraits.set(key, same.set(person.id, person));
  }

  /** Who may be the person described. */
  around(details: PersonDetails): KnownPeople {
    return {
      byImilo: details.imiloId ? this.byImilo.get(details.imiloId) : undefined,
      byTraits: [...(this.byTraits.get(keyOf(details))?.values() ?? [])],
      rivals: (this.described.get(keyOf(details)) ?? []).filter((other) => isRival(other, details)),
    };
  }
}

/** Another row: of the same number it speaks of the same person, and is no rival. */
function isRival(other: PersonDetails, details: PersonDetails): boolean {
  return other !== details && (details.imiloId === null || other.imiloId !== details.imiloId);
}

function keyOf(details: PersonDetails): string {
  return JSON.stringify(KnownPeopleIndex.searchOf(details));
}
