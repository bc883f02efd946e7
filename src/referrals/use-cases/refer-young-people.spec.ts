import { addDays, isReferralReference } from '../../kernel/index.js';
import type { ReferralChange } from './ports.js';
import type { ReferralRequest } from './refer-young-people.js';
import { adviser, Desk, fileLine, kinds, NOW, person, request, TODAY } from './support/desk.js';

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

  it.each([
    ['an adviser', {}, ['referral.lapsed.v1', 'referral.submitted.v1']],
    // A file is told of in one event, by the exchange.
    ['a file', { actor: fileLine(2) }, []],
  ])(
    'lets %s refer elsewhere whom a unit left without an answer, and refuses nobody',
    async (_who, by, events) => {
      const desk = new Desk();
      await desk.refer.execute('ml', [request()]);
      const elsewhere = (days: number, over: Partial<ReferralRequest> = {}) =>
        desk.refer.execute('ml', [
          request({ unitId: 'other', referredOn: addDays(TODAY, days), ...by, ...over }),
        ]);
      expect(kinds(await elsewhere(29))).toEqual(['already-open']);
      expect(kinds(await elsewhere(30, { unitId: 'unit' }))).toEqual(['already-open']);
      expect(kinds(await elsewhere(30, { isSubmitted: false }))).toEqual(['referred']);
      expect(desk.referrals.map(({ state }) => state)).toEqual(['submitted', 'draft']);

      expect(kinds(await elsewhere(30))).toEqual(['referred']);
      const told = desk.referrals.map(({ unitId, state, outcome }) => [unitId, state, outcome]);
      expect(told).toEqual([
        ['other', 'draft', null],
        ['unit', 'lapsed', null],
        ['other', 'submitted', null],
      ]);
      expect(desk.events.slice(1)).toEqual(events);
      expect(desk.closed).toEqual([]);
    },
  );

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
