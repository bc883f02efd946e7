import { Ids, localDate, type LocalDate } from '../../kernel/index.js';
import type { OrganisationDirectory } from '../../organisations/index.js';
import type { ContactCorrections } from '../domain/contact-corrections.js';
import { parseBirthDate } from '../domain/birth-date.js';
import { NO_CONTACT, type PersonDetails, type PersonRecord } from '../domain/person-record.js';
import { NOTHING_SAID } from '../domain/resolve-person.js';
import type { PersonCorrections } from './correction-ports.js';
import { KnownPeopleIndex } from './known-people-index.js';
import { People, type TraitSearch } from './ports.js';
import { RegisterPeople, type PersonToSave } from './register-people.js';

/** The people of one mission locale, in memory. */
class FewPeople extends People {
  constructor(readonly records: PersonRecord[]) {
    super();
  }
  override async byIds(ids: readonly string[]) {
    return this.records.filter(({ id }) => ids.includes(id));
  }
  override async byImiloIds(_: string, imiloIds: readonly string[]) {
    return this.records.filter(({ imiloId }) => imiloId !== null && imiloIds.includes(imiloId));
  }
  override async byTraits(_: string, searches: readonly TraitSearch[]) {
    const wanted = searches.map((search) => JSON.stringify(search));
    return this.records.filter((one) =>
      wanted.includes(JSON.stringify(KnownPeopleIndex.searchOf(one))),
    );
  }
  override async insertAll(people: Parameters<People['insertAll']>[0]) {
    for (const person of people) this.records.push({ ...person, version: 1 });
  }
  override async updateContacts(changes: Parameters<People['updateContacts']>[0]) {
    for (const { id, imiloId, contact } of changes) {
      const at = this.records.findIndex((one) => one.id === id);
      const known = this.records[at];
      if (known) this.records[at] = { ...known, imiloId, contact, version: known.version + 1 };
    }
  }
  override async shareAll() {}
}

class CountedIds extends Ids {
  private count = 0;
  override uuid(): string {
    this.count += 1;
    return `id-${this.count}`;
  }
  override referenceBody(): string {
    return '00000000';
  }
}

const birthDate = parseBirthDate('2005-03-11')!;

function details(over: { imiloId?: string | null; phone?: string; name?: string } = {}) {
  const described: PersonDetails = {
    imiloId: over.imiloId === undefined ? '1' : over.imiloId,
    identity: {
      birthName: over.name ?? 'PAYET',
      usageName: null,
      firstNames: ['Léa'],
      sex: 'F',
      birthDate,
      birthPlaceCode: '97411',
      birthPlaceLabel: null,
    },
    contact: { ...NO_CONTACT, phone: over.phone ?? null },
  };
  return described;
}

function onFile(over: Parameters<typeof details>[0] = {}): PersonRecord {
  return { ...details(over), id: 'known', organisationId: 'ml', version: 1 };
}

function registrar(people: FewPeople, corrected: ContactCorrections = {}): RegisterPeople {
  const contactsOf = async () => new Map([['known', corrected]]);
  return new RegisterPeople(
    people,
    { about: async () => NOTHING_SAID },
    new CountedIds(),
    { contactsOf } as Partial<PersonCorrections> as PersonCorrections,
    { byId: async () => undefined } as Partial<OrganisationDirectory> as OrganisationDirectory,
  );
}

async function register(people: FewPeople, described: readonly PersonDetails[]) {
  const registerPeople = registrar(people);
  const found = await registerPeople.find('ml', described);
  const toSave = found.flatMap((one, index): PersonToSave[] => {
    const own = described[index];
    return one.kind === 'registered' && own ? [{ found: one, details: own, saidOn: null }] : [];
  });
  return { found, toSave, save: () => registerPeople.save('ml', toSave) };
}

describe('Registering young people', () => {
  it('creates whoever is not known', async () => {
    const people = new FewPeople([]);
    const { found, save } = await register(people, [details()]);
    expect(people.records).toEqual([]);
    await save();
    expect(found).toMatchObject([{ kind: 'registered', personId: 'id-1' }]);
    expect(people.records).toMatchObject([{ id: 'id-1', organisationId: 'ml', imiloId: '1' }]);
  });

  it('makes one file of two descriptions of one new person, reached as the last one says', async () => {
    const people = new FewPeople([]);
    const { found, save } = await register(people, [
      details({ phone: '0692000001' }),
      details({ phone: '0692000002' }),
    ]);
    await save();
    expect(found.map((one) => one.kind === 'registered' && one.personId)).toEqual(['id-1', 'id-1']);
    expect(people.records.map(({ contact }) => contact.phone)).toEqual(['0692000002']);
  });

  it('keeps the identity on file and brings the contact up to date, once', async () => {
    const people = new FewPeople([onFile({ phone: '0692000000' })]);
    const { save } = await register(people, [
      details({ name: 'PAYE', phone: '0692000001' }),
      details({ name: 'PAYE', phone: '0692000002' }),
    ]);
    await save();
    expect(people.records).toMatchObject([
      {
        id: 'known',
        version: 2,
        identity: { birthName: 'PAYET' },
        contact: { phone: '0692000002' },
      },
    ]);
  });

  it.each<[string, LocalDate | null, string]>([
    ['before the day of the data', localDate(2026, 11, 21), '0692000001'],
    ['on the day of the data', localDate(2026, 11, 20), '0692000000'],
    ['after the day of the data', localDate(2026, 11, 19), '0692000000'],
    ['that whoever says otherwise had before their eyes', null, '0692000001'],
  ])('keeps a phone that was corrected %s, or not', async (_, saidOn, phone) => {
    const people = new FewPeople([onFile({ phone: '0692000000' })]);
    const { toSave } = await register(people, [details({ phone: '0692000001' })]);
    const corrected = { phone: localDate(2026, 11, 20) };
    await registrar(people, corrected).save(
      'ml',
      toSave.map((one) => ({ ...one, saidOn })),
    );
    expect(people.records.map(({ contact }) => contact.phone)).toEqual([phone]);
  });

  it('writes nothing when nothing is new', async () => {
    const people = new FewPeople([onFile()]);
    await (await register(people, [details(), details()])).save();
    expect(people.records).toEqual([onFile()]);
  });

  it('learns an i-milo number, and finds the person by it from the next description on', async () => {
    const people = new FewPeople([onFile({ imiloId: null })]);
    const { found, save } = await register(people, [details(), details({ name: 'PAYE' })]);
    await save();
    expect(found).toMatchObject([{ personId: 'known' }, { personId: 'known' }]);
    expect(people.records).toMatchObject([{ id: 'known', imiloId: '1' }]);
  });

  it('changes nothing of those the caller does not keep', async () => {
    const people = new FewPeople([onFile({ phone: '0692000000' })]);
    const { toSave } = await register(people, [
      details({ phone: '0692000001' }),
      details({ imiloId: '2', name: 'HOARAU' }),
    ]);
    const [, hoarau] = toSave;
    await registrar(people).save('ml', hoarau ? [hoarau] : []);
    expect(people.records.map(({ contact }) => contact.phone)).toEqual(['0692000000', null]);
  });

  it('leaves a doubtful identity to a human', async () => {
    const people = new FewPeople([onFile()]);
    const twin = details();
    const { found, toSave } = await register(people, [
      { ...twin, identity: { ...twin.identity, firstNames: ['Inès'] } },
    ]);
    expect(found).toMatchObject([{ kind: 'doubtful', reason: 'JUMEAUX_POSSIBLES' }]);
    expect(toSave).toEqual([]);
  });
});
