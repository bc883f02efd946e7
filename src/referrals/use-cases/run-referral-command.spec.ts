import { Clock, parseInstant, parseLocalDate, UnitOfWork, type Actor } from '../../kernel/index.js';
import {
  NO_CONTACT,
  OrganisationDirectory,
  type Convention,
  type Organisation,
} from '../../organisations/index.js';
import type { People } from '../../people/index.js';
import type { Referral, ReferralState } from '../domain/referral.js';
import { Referrals, type ReferralChange } from './ports.js';
import { FreeReferrers } from './free-referrers.js';
import { ReferYoungPeople } from './refer-young-people.js';
import { RunReferralCommand, type OwnerCommand, type OwnerInput } from './run-referral-command.js';
import { WithdrawReferrals } from './withdraw-referrals.js';

/** 20 November in Paris is the 21st in La Réunion already. */
const LATE_EVENING = parseInstant('2026-11-20T21:00:00.000Z')!;

const adviser: Actor = {
  type: 'person',
  id: 'adviser',
  role: 'ml-adviser',
  organisation: { id: 'ml', code: '97411S00', kind: 'mission-locale' },
  channel: { kind: 'page' },
  correlationId: 'c',
};
const recruiter: Actor = {
  ...adviser,
  role: 'recruiter',
  organisation: { id: 'unit', code: 'RSMA-RE', kind: 'unit' },
};

function aReferral(state: ReferralState, id = 'one'): Referral {
  return {
    id,
    missionLocaleId: 'ml',
    unitId: 'unit',
    personId: 'person',
    reference: 'ORI-2026-0A1B2C3D-G',
    state,
    referredOn: null,
    submittedAt: null,
    outcome: null,
    adviserId: null,
    asOf: null,
    version: 1,
    volunteerType: 'VS',
    trackWish: null,
    diplomaLevel: 'N3',
    support: 'AUCUN',
    cejStartsOn: null,
    cejEndsOn: null,
    prerequisites: [],
    informedOn: parseLocalDate('2026-11-20')!,
    noticeVersion: '1',
    referentMailbox: null,
  };
}

class SameUnitOfWork extends UnitOfWork {
  override run<T>(_: Actor, work: () => Promise<T>): Promise<T> {
    return work();
  }
}

class OneMissionLocale extends OrganisationDirectory {
  constructor(private readonly isLinked: boolean) {
    super();
  }
  override async byId(id: string) {
    return { id, timeZone: 'Indian/Reunion' } as Organisation;
  }
  override async byCode() {
    return undefined;
  }
  override async all() {
    return [];
  }
  override async contactOf() {
    return NO_CONTACT;
  }
  override async conventionBetween() {
    return this.isLinked ? ({} as Convention) : undefined;
  }
  override async conventionsOn() {
    return [];
  }
  override async missionLocaleOf() {
    return { state: 'unresolved' } as const;
  }
}

function service(referrals: readonly Referral[], isLinked = true, birthDate = '2005-03-11') {
  const [written, handedOver]: [ReferralChange[], ReferralChange[]] = [[], []];
  const known: Partial<Referrals> = {
    byIds: async (ids) => referrals.filter(({ id }) => ids.includes(id)),
    openOf: async () => referrals.filter(({ state }) => ['submitted', 'received'].includes(state)),
  };
  const command = new RunReferralCommand(
    new SameUnitOfWork(),
    known as Referrals,
    { byIds: async () => [{ identity: { birthDate } }] } as unknown as People,
    new OneMissionLocale(isLinked),
    { writeAll: async (all) => void written.push(...all) } as WithdrawReferrals,
    { handOver: async (all) => void handedOver.push(...all) } as ReferYoungPeople,
    new FreeReferrers({
      of: async () => () => null,
      reachedBy: async () => parseLocalDate('2026-11-20')!,
    }),
    { now: () => LATE_EVENING } satisfies Clock,
  );
  const run = (name: OwnerCommand, actor: Actor = adviser, input: OwnerInput = {}) =>
    command.execute('one', name, actor, input);
  return { run, written, handedOver };
}

describe('A command of the mission locale', () => {
  it('submits a draft on its own civil day, and hands it over', async () => {
    const { run, written, handedOver } = service([aReferral('draft')]);
    expect(await run('submit')).toMatchObject({
      state: 'submitted',
      referredOn: '2026-11-21',
      submittedAt: LATE_EVENING,
      version: 2,
    });
    expect(written).toMatchObject([{ command: 'submit', effectiveOn: '2026-11-21' }]);
    expect(handedOver).toEqual(written);
  });

  it.each<[OwnerCommand, ReferralState, ReferralState]>([
    ['withdraw', 'draft', 'withdrawn'],
    ['withdraw', 'submitted', 'withdrawn'],
    ['withdraw', 'received', 'withdrawn'],
    ['lapse', 'received', 'lapsed'],
  ])('may %s what is %s', async (name, from, to) => {
    const { run, handedOver } = service([aReferral(from)]);
    expect(await run(name)).toMatchObject({ state: to });
    expect(handedOver).toEqual([]);
  });

  it.each<[OwnerCommand, ReferralState]>([
    ['withdraw', 'decided'],
    ['withdraw', 'withdrawn'],
    ['lapse', 'draft'],
    ['submit', 'withdrawn'],
    ['submit', 'submitted'],
  ])('may not %s what is %s', async (name, state) => {
    const { run, written } = service([aReferral(state)]);
    await expect(run(name)).rejects.toMatchObject({
      code: 'TRANSITION_INTERDITE',
      members: { command: name, state },
    });
    expect(written).toEqual([]);
  });

  it('is not for the unit', async () => {
    const { run } = service([aReferral('submitted')]);
    await expect(run('withdraw', recruiter)).rejects.toMatchObject({
      code: 'TRANSITION_INTERDITE',
    });
  });

  it('does not submit a second referral of one person, and says which is open', async () => {
    const { run } = service([aReferral('draft'), aReferral('received', 'other')]);
    await expect(run('submit')).rejects.toMatchObject({
      code: 'referral-already-open',
      members: { existing: { id: 'other' } },
    });
  });

  it('does not submit to a unit that no convention links', async () => {
    const { run } = service([aReferral('draft')], false);
    await expect(run('submit')).rejects.toMatchObject({ code: 'CONVENTION_INACTIVE' });
  });

  it.each<[string, OwnerInput['guardianship'], string | null]>([
    ['2008-11-21', null, null],
    ['2008-11-22', null, '/guardianship/hasRepresentative'],
    [
      '2008-11-22',
      { hasRepresentative: true, authorisation: 'awaited' },
      '/guardianship/authorisation',
    ],
    ['2008-11-22', { hasRepresentative: true, authorisation: 'given' }, null],
    ['2008-00-00', null, '/guardianship/hasRepresentative'],
  ])(
    'sends the draft of whoever was born on %s, answered for by %j, or says %s',
    async (...one) => {
      const [birthDate, guardianship = null, pointer] = one;
      const { run, written } = service([aReferral('draft')], true, birthDate);
      const sent = run('submit', adviser, { guardianship });
      if (pointer === null) await expect(sent).resolves.toMatchObject({ state: 'submitted' });
      else {
        const issues = [expect.objectContaining({ pointer, code: 'MINEUR' })];
        await expect(sent).rejects.toMatchObject({ issues });
        expect(written).toEqual([]);
      }
    },
  );

  it('does not find what the scope does not show', async () => {
    await expect(service([]).run('withdraw')).rejects.toMatchObject({ code: 'referral-not-found' });
  });
});
