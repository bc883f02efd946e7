import { addDays, Clock, Ids, instantAt, localDate, type Actor } from '../../../kernel/index.js';
import type { OrganisationDirectory } from '../../../organisations/index.js';
import {
  NO_CONTACT,
  NOTHING_SAID,
  People,
  RegisterPeople,
  type BirthDate,
  type PersonCorrections,
  type PersonDetails,
  type PersonRecord,
} from '../../../people/index.js';
import type { Referral, ReferralDetails } from '../../domain/referral.js';
import { FreeReferrers } from '../free-referrers.js';
import { ReferYoungPeople, type ReferralRequest } from '../refer-young-people.js';
import { SilenceDeadlines } from '../silence-ports.js';
import { ReferralReception, Referrals, type ReferralChange } from '../ports.js';
import { ReferralChanges } from '../referral-changes.js';
import { WithdrawReferrals } from '../withdraw-referrals.js';

export const TODAY = localDate(2026, 11, 20);
export const NOW = instantAt(TODAY, '08:00', 'Etc/UTC');

const ML = { id: 'ml', code: '97411S00', kind: 'mission-locale' } as const;
export const adviser: Actor = {
  type: 'person',
  id: 'adviser',
  role: 'ml-adviser',
  organisation: ML,
  channel: { kind: 'page' },
  correlationId: 'c',
};
export const fileLine = (line: number): Actor => ({
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
export class Desk {
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

export function person(
  imiloId: string,
  over: { phone?: string; firstName?: string } = {},
): PersonDetails {
  return {
    imiloId,
    identity: {
      birthName: 'PAYET',
      usageName: null,
      firstNames: [over.firstName ?? 'Léa'],
      sex: 'F',
      birthDate: localDate(2005, 3, 11) as string as BirthDate,
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

export function request(over: Partial<ReferralRequest> = {}): ReferralRequest {
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

export const kinds = (results: readonly { kind: string }[]) => results.map(({ kind }) => kind);
