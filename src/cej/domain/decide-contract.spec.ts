import fc from 'fast-check';
import { addDays, commandsOf, type Actor } from '../../kernel/index.js';
import { cejContractMachine } from './cej-contract.machine.js';
import type { Contract } from './contract.js';
import { decideContract } from './decide-contract.js';
import { followReferral, type ToldContract } from './follow-referral.js';
import { contract, day } from './support/contracts.js';

const adviser: Actor = {
  type: 'person',
  id: 'a-1',
  role: 'ml-adviser',
  organisation: { id: 'ml-1', code: '97411S00', kind: 'mission-locale' },
  channel: { kind: 'page' },
  correlationId: 'x',
};

const recruiter: Actor = {
  ...adviser,
  role: 'recruiter',
  organisation: { id: 'u-1', code: 'RSMA-RE', kind: 'unit' },
};

function told(more: Partial<ToldContract> = {}): ToldContract {
  return {
    referralId: 'r-2',
    missionLocaleId: 'ml-1',
    personId: 'p-1',
    startsOn: day('2026-09-01'),
    plannedEndOn: day('2027-08-31'),
    asOf: { on: day('2026-10-01'), sequence: 0, line: 0 },
    effectiveOn: day('2026-10-01'),
    actor: adviser,
    ...more,
  };
}

describe('A command on a contract', () => {
  it('writes who confirmed which day, and when', () => {
    const decision = decideContract({
      contract: contract(),
      command: 'confirm-extension',
      actor: adviser,
      effectiveOn: day('2027-04-01'),
      writes: { confirmedUntil: day('2027-05-31') },
    });
    expect(decision).toMatchObject({
      ok: true,
      change: {
        after: {
          confirmation: { until: '2027-05-31', confirmedOn: '2027-04-01', by: 'a-1' },
          isKept: true,
          version: 2,
        },
      },
    });
  });

  it('takes an end back with its reason', () => {
    const ended = contract({ end: { endedOn: day('2027-01-15'), reason: 'MANQUEMENT' } });
    const decision = decideContract({
      contract: ended,
      command: 'reopen',
      actor: adviser,
      effectiveOn: day('2027-02-01'),
      writes: {},
    });
    expect(decision).toMatchObject({ ok: true, change: { after: { state: 'open', end: null } } });
  });

  it.each(commandsOf(cejContractMachine))('%s is not for a unit', (command) => {
    const decision = decideContract({
      contract: contract(),
      command,
      actor: recruiter,
      effectiveOn: day('2027-02-01'),
      writes: {},
    });
    expect(decision).toEqual({ ok: false, refusal: 'not-allowed' });
  });

  it('never changes whose contract it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...commandsOf(cejContractMachine)), (command) => {
        const before = contract();
        const decision = decideContract({
          contract: before,
          command,
          actor: adviser,
          effectiveOn: day('2027-02-01'),
          writes: {},
        });
        if (!decision.ok) return;
        const { id, personId, missionLocaleId, scheme } = decision.change.after;
        expect([id, personId, missionLocaleId, scheme]).toEqual([
          before.id,
          before.personId,
          before.missionLocaleId,
          before.scheme,
        ]);
      }),
    );
  });
});

describe('A contract that a referral tells', () => {
  it('is recorded when the young person has none on these days', () => {
    const change = followReferral(told(), [], 'new');
    expect(change).toMatchObject({
      before: null,
      command: 'record',
      after: { id: 'new', scheme: 'CEJ', referralId: 'r-2', startsOn: '2026-09-01', isKept: false },
    });
    const earlier = contract({ startsOn: day('2025-01-01'), plannedEndOn: day('2025-12-31') });
    expect(followReferral(told(), [earlier], 'new')?.command).toBe('record');
  });

  it('corrects the one that another referral told, when it was told later', () => {
    const known = contract({ asOf: { on: day('2026-09-20'), sequence: 0, line: 0 } });
    const dates = { startsOn: day('2026-09-15'), plannedEndOn: day('2027-09-14') };
    expect(followReferral(told(dates), [known], 'new')).toMatchObject({
      command: 'follow',
      after: { id: 'c-1', referralId: 'r-2', ...dates },
    });
    const newer = contract({ asOf: { on: day('2026-10-02'), sequence: 0, line: 0 } });
    expect(followReferral(told(dates), [newer], 'new')).toBeNull();
  });

  it('never writes over what a human corrected, nor opens again what ended', () => {
    const dates = { plannedEndOn: day('2027-10-31') };
    expect(followReferral(told(dates), [contract({ isKept: true })], 'new')).toBeNull();
    const ended = contract({ end: { endedOn: day('2026-09-30'), reason: 'AUTRE' } });
    expect(followReferral(told(dates), [ended], 'new')).toBeNull();
  });

  it('is the same whatever the order in which referrals come, and told twice', () => {
    const one = fc
      .record({
        shift: fc.integer({ min: 0, max: 90 }),
        length: fc.integer({ min: 200, max: 500 }),
        on: fc.integer({ min: 0, max: 5000 }),
      })
      .map(({ shift, length, on }) =>
        told({
          startsOn: addDays(day('2026-09-01'), shift),
          plannedEndOn: addDays(day('2026-09-01'), shift + length),
          asOf: { on: addDays(day('2026-09-01'), on), sequence: 0, line: 0 },
        }),
      );
    const all = fc
      .uniqueArray(one, { maxLength: 5, selector: ({ asOf }) => asOf.on })
      .chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      );
    fc.assert(
      fc.property(all, ([list, other]) => {
        const [inOrder, shuffled] = [play(list), play([...other, ...other])];
        expect(shuffled.map(datesOf)).toEqual(inOrder.map(datesOf));
        expect(inOrder.length).toBe(list.length > 0 ? 1 : 0);
      }),
    );
  });
});

function play(all: readonly ToldContract[]): Contract[] {
  let known: Contract[] = [];
  for (const one of all) {
    const change = followReferral(one, known, 'c-1');
    if (change) known = [change.after];
  }
  return known;
}

function datesOf({ startsOn, plannedEndOn }: Contract) {
  return [startsOn, plannedEndOn];
}
