import {
  addDays,
  Clock,
  Ids,
  isReferralReference,
  parseInstant,
  parseLocalDate,
  type Actor,
} from '../../kernel/index.js';
import type { OrganisationDirectory } from '../../organisations/index.js';
import {
  NO_CONTACT,
  NOTHING_SAID,
  parseBirthDate,
  People,
  RegisterPeople,
  type PersonCorrections,
  type PersonDetails,
  type PersonRecord,
} from '../../people/index.js';
import type { Referral, ReferralDetails } from '../domain/referral.js';
import { FreeReferrers } from './free-referrers.js';
import { ReferYoungPeople, type ReferralRequest } from './refer-young-people.js';
import { SilenceDeadlines } from './silence-ports.js';
import { ReferralReception, Referrals, type ReferralChange } from './ports.js';
import { ReferralChanges } from './referral-changes.js';
import { WithdrawReferrals } from './withdraw-referrals.js';

const TODAY = parseLocalDate('2026-11-20')!;
const NOW = parseInstant('2026-11-20T08:00:00.000Z')!;

const ML = { id: 'ml', code: '97411S00', kind: 'mission-locale' } as const;
const adviser: Actor = {
  type: 'person',
  id: 'adviser',
  role: 'ml-adviser',
  organisation: ML,
  channel: { kind: 'page' },
  correlationId: 'c',
};
const fileLine = (line: number): Actor => ({
  type: 'file',
  id: 'file',
  scopes: [],
  organisation: ML,
  channel: { kind: 'file', fileId: 'file', line },
  correlationId: 'c',
});

/** Ten days of quiet, ten more until the manager is told, thirty in all. */
class PlainDeadlines extends SilenceDeadlines {
  override async of(): ReturnType<SilenceDeadlines['of']> {
    return ({ referredOn: sent }) =>
      sent && {
        remindedOn: addDays(sent, 10),
        managerOn: addDays(sent, 20),
        freedOn: addDays(sent, 30),
      };
  }
  override async reachedBy(): ReturnType<SilenceDeadlines['reachedBy']> {
    return TODAY;
  }
}

/** Everything one mission locale holds, in memory, and what it told the unit. */
class Desk {
  readonly people: PersonRecord[] = [];
  readonly referrals: Referral[] = [];
  readonly shares: string[] = [];
  readonly opened: ReferralChange[] = [];
  readonly closed: ReferralChange[] = [];
  readonly told: ReferralChange[] = [];
  readonly journal: string[] = [];
  readonly events: string[] = [];
  private count = 0;

  readonly changes = new ReferralChanges(
    this.referralsPort(),
    { follow: async (written) => void this.told.push(...written) },
    {
      record: async () => undefined,
      recordAll: async (entries) => {
        for (const { command, actor } of entries) {
          this.journal.push(
            `${command} ${actor.channel.kind === 'file' ? actor.channel.line : ''}`,
          );
        }
      },
    },
    { publish: async ({ name }) => void this.events.push(name) },
  );
  readonly withdrawals = new WithdrawReferrals(this.changes, this.receptionPort());
  readonly refer = new ReferYoungPeople(
    new RegisterPeople(
      this.peoplePort(),
      { about: async () => NOTHING_SAID },
      this.ids(),
      { contactsOf: async () => new Map() } as Partial<PersonCorrections> as PersonCorrections,
      { byId: async () => undefined } as Partial<OrganisationDirectory> as OrganisationDirectory,
    ),
    this.peoplePort(),
    this.referralsPort(),
    this.changes,
    this.receptionPort(),
    new FreeReferrers(new PlainDeadlines()),
    this.ids(),
    this.clock(),
  );

  private clock(): Clock {
    return { now: () => NOW };
  }

  private ids(): Ids {
    return {
      uuid: () => `id-${(this.count += 1)}`,
      referenceBody: () => '0A1B2C3D',
    };
  }

  private peoplePort(): People {
    const { people, shares } = this;
    return {
      byIds: async (ids) => people.filter(({ id }) => ids.includes(id)),
      byImiloIds: async (_, numbers) =>
        people.filter(({ imiloId }) => imiloId !== null && numbers.includes(imiloId)),
      byTraits: async () => [],
      insertAll: async (created) => {
        people.push(...created.map((one) => ({ ...one, version: 1 })));
      },
      updateContacts: async (moved) => {
        for (const { id, contact } of moved) {
          const at = people.findIndex((one) => one.id === id);
          const known = people[at];
          if (known) people[at] = { ...known, contact };
        }
      },
      shareAll: async (all) => {
        shares.push(...all.map((one) => `${one.personId} to ${one.recipientId} from ${one.from}`));
      },
    };
  }

  private referralsPort(): Referrals {
    const { referrals } = this;
    return {
      byIds: async (ids) => referrals.filter(({ id }) => ids.includes(id)),
      byReferences: async () => [],
      openOf: async (ids) =>
        referrals.filter((one) => ids.includes(one.personId) && one.state === 'submitted'),
      saveAll: async (changes) => {
        for (const { before, after } of changes) {
          if (before) referrals.splice(referrals.indexOf(before), 1);
          referrals.push(after);
        }
        return changes;
      },
      confirmAll: async () => undefined,
      actsOn: async () => [],
      statesBeforeWithdrawal: async () => new Map(),
    };
  }

  private receptionPort(): ReferralReception {
    return {
      open: async (changes) => void this.opened.push(...changes),
      close: async (changes) => void this.closed.push(...changes),
      reopen: async () => undefined,
    };
  }
}

function person(imiloId: string, over: { phone?: string; firstName?: string } = {}): PersonDetails {
  return {
    imiloId,
    identity: {
      birthName: 'PAYET',
      usageName: null,
      firstNames: [over.firstName ?? 'Léa'],
      sex: 'F',
      birthDate: parseBirthDate('2005-03-11')!,
      birthPlaceCode: '97411',
      birthPlaceLabel: null,
    },
    contact: { ...NO_CONTACT, phone: over.phone ?? null },
  };
}

const DETAILS: ReferralDetails = {
  volunteerType: 'VS',
  trackWish: null,
  diplomaLevel: 'N3',
  support: 'AUCUN',
  cejStartsOn: null,
  cejEndsOn: null,
  prerequisites: [],
  informedOn: TODAY,
  noticeVersion: '1',
  referentMailbox: null,
};

function request(over: Partial<ReferralRequest> = {}): ReferralRequest {
  return {
    actor: adviser,
    missionLocaleId: 'ml',
    unitId: 'unit',
    person: person('1'),
    details: DETAILS,
    reference: null,
    referredOn: TODAY,
    isSubmitted: true,
    asOf: { on: TODAY, sequence: 0, line: 0 },
    ...over,
  };
}

const kinds = (results: readonly { kind: string }[]) => results.map(({ kind }) => kind);

describe('Referring young people', () => {
  it('writes person, referral and share, and hands the file over, in one go', async () => {
    const desk = new Desk();
    const [result] = await desk.refer.execute('ml', [request()]);
    expect(result).toMatchObject({
      kind: 'referred',
      referral: { state: 'submitted', referredOn: TODAY, submittedAt: NOW, adviserId: 'adviser' },
    });
    const [referral] = desk.referrals;
    expect(isReferralReference(referral?.reference ?? '')).toBe(true);
    expect(desk.people.map(({ id }) => id)).toEqual([referral?.personId]);
    expect(desk.shares).toEqual([`${referral?.personId} to unit from ${TODAY}`]);
    expect(desk.opened.map(({ after }) => after.id)).toEqual([referral?.id]);
    expect(desk.events).toEqual(['referral.submitted.v1']);
  });

  it('keeps a draft to itself', async () => {
    const desk = new Desk();
    await desk.refer.execute('ml', [request({ isSubmitted: false })]);
    expect(desk.referrals).toMatchObject([{ state: 'draft', referredOn: null, submittedAt: null }]);
    expect([desk.shares, desk.opened, desk.events]).toEqual([[], [], []]);
  });

  it('refers nobody twice at a time, and then changes nothing of the person', async () => {
    const desk = new Desk();
    await desk.refer.execute('ml', [request()]);
    const again = await desk.refer.execute('ml', [
      request({ person: person('1', { phone: '0692000001' }) }),
    ]);
    expect(again).toMatchObject([
      { kind: 'already-open', existing: { id: desk.referrals[0]?.id } },
    ]);
    expect(desk.people).toMatchObject([{ contact: { phone: null } }]);
    expect(desk.referrals).toHaveLength(1);
  });

  it('lets a mission locale refer elsewhere whom a unit left without an answer, and refuses nobody', async () => {
    const desk = new Desk();
    await desk.refer.execute('ml', [request()]);
    const elsewhere = (days: number, over: Partial<ReferralRequest> = {}) =>
      desk.refer.execute('ml', [
        request({ unitId: 'other', referredOn: addDays(TODAY, days), ...over }),
      ]);
    expect(kinds(await elsewhere(29))).toEqual(['already-open']);
    expect(kinds(await elsewhere(30, { unitId: 'unit' }))).toEqual(['already-open']);
    expect(kinds(await elsewhere(30, { actor: fileLine(2) }))).toEqual(['already-open']);
    expect(kinds(await elsewhere(30, { isSubmitted: false }))).toEqual(['referred']);
    expect(desk.referrals.map(({ state }) => state)).toEqual(['submitted', 'draft']);

    expect(kinds(await elsewhere(30))).toEqual(['referred']);
    const told = desk.referrals.map(({ unitId, state, outcome }) => [unitId, state, outcome]);
    expect(told).toEqual([
      ['other', 'draft', null],
      ['unit', 'lapsed', null],
      ['other', 'submitted', null],
    ]);
    expect(desk.events.slice(-2)).toEqual(['referral.lapsed.v1', 'referral.submitted.v1']);
    expect(desk.closed).toEqual([]);
  });

  it('lets a draft wait beside an open referral', async () => {
    const desk = new Desk();
    await desk.refer.execute('ml', [request()]);
    expect(kinds(await desk.refer.execute('ml', [request({ isSubmitted: false })]))).toEqual([
      'referred',
    ]);
  });

  it('sees in one file that two rows are about one person', async () => {
    const desk = new Desk();
    const results = await desk.refer.execute('ml', [
      request({ actor: fileLine(2), reference: 'A' }),
      request({ actor: fileLine(3), reference: 'B' }),
      request({ actor: fileLine(4), reference: 'C', person: person('2', { firstName: 'Jules' }) }),
    ]);
    expect(kinds(results)).toEqual(['referred', 'already-open', 'referred']);
    expect(desk.journal).toEqual(['referral.submit 2', 'referral.submit 4']);
    expect(desk.opened.map(({ actor }) => actor.channel)).toEqual([
      { kind: 'file', fileId: 'file', line: 2 },
      { kind: 'file', fileId: 'file', line: 4 },
    ]);
    expect(desk.events).toEqual([]);
  });

  it('never guesses who someone is, unless a human said so', async () => {
    const desk = new Desk();
    await desk.refer.execute('ml', [request({ isSubmitted: false })]);
    const twin = person('1', { firstName: 'Inès' });
    const [doubtful] = await desk.refer.execute('ml', [request({ person: twin })]);
    expect(doubtful).toMatchObject({ kind: 'doubtful', reason: 'JUMEAUX_POSSIBLES' });
    const personId = desk.people[0]?.id;
    if (!personId) throw new Error('a person is on file');
    const [chosen] = await desk.refer.execute('ml', [request({ person: twin, personId })]);
    expect(chosen).toMatchObject({ kind: 'referred', referral: { personId } });
    expect(desk.people).toMatchObject([{ identity: { firstNames: ['Léa'] } }]);
  });
});

describe('Changing known referrals', () => {
  it('closes the unit’s files of those withdrawn, but of a draft, which it never saw', async () => {
    const desk = new Desk();
    await desk.refer.execute('ml', [
      request(),
      request({ person: person('2', { firstName: 'Jules' }), isSubmitted: false }),
    ]);
    const changes = desk.referrals.map((before): ReferralChange => {
      const after = { ...before, state: 'withdrawn' as const };
      return { before, after, command: 'withdraw', effectiveOn: TODAY, actor: adviser };
    });
    await desk.withdrawals.writeAll(changes);
    expect(desk.closed.map(({ before }) => before?.state)).toEqual(['submitted']);
    expect(desk.referrals.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
  });
});
