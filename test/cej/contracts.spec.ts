import { CejWorld } from './support/cej-world.js';

// CEJ contracts through the API, on a real database: told by a referral, corrected, extended by a
// service, confirmed, ended.

let world: CejWorld;
beforeAll(async () => {
  world = await CejWorld.start('2026-11-22T08:00:00.000Z');
});
afterAll(() => world?.close());
beforeEach(() => world.clock.moveTo('2026-11-22T08:00:00.000Z'));

const read = async (address: string) => (await world.adviser.get(address).expect(200)).body;

describe('The CEJ that a referral tells', () => {
  it('is on file at once, with its days left', async () => {
    const { person } = await world.referred();

    expect(await world.contractsOf(person)).toMatchObject([
      {
        scheme: 'CEJ',
        state: 'open',
        standing: 'running',
        isActive: true,
        startsOn: '2026-09-01',
        plannedEndOn: '2027-08-31',
        term: '2027-08-31',
        daysLeft: 282,
        computedExtension: null,
        warnings: [],
        missionLocale: { code: '97411S00' },
        youngPerson: { id: person },
        availableCommands: ['amend', 'extend', 'end'],
      },
    ]);
  });

  it('waits for a draft to be sent, and is nothing for another accompaniment', async () => {
    const draft = await world.referred({ submit: false });
    expect(await world.contractsOf(draft.person)).toEqual([]);
    await world.adviser.post(`/api/v1/referrals/${draft.referral}/commands/submit`).expect(200);
    expect(await world.contractsOf(draft.person)).toHaveLength(1);

    const other = await world.referred({ support: 'PACEA', cejStartsOn: null, cejEndsOn: null });
    expect(await world.contractsOf(other.person)).toEqual([]);
  });

  it('follows a later referral, unless a human corrected it', async () => {
    const again = async (correct: boolean) => {
      const body = world.somebody();
      const first = await world.referred(body);
      const [contract] = await world.contractsOf(first.person);
      const address = `/api/v1/cej-contracts/${contract.id}`;
      const dates = { startsOn: '2026-09-01', plannedEndOn: '2027-06-30' };
      if (correct) await world.command(address, 'amend', dates).expect(200);
      await world.adviser.post(`/api/v1/referrals/${first.referral}/commands/withdraw`).expect(200);
      await world.referred({ ...body, cejEndsOn: '2027-07-31' });
      return (await world.contractsOf(first.person)).map(
        ({ plannedEndOn }: { plannedEndOn: string }) => plannedEndOn,
      );
    };

    expect(await again(false)).toEqual(['2027-07-31']);
    expect(await again(true)).toEqual(['2027-06-30']);
  });
});

describe('A contract beside a service', () => {
  it('is extended by it, as a forecast first, then to be confirmed, then confirmed', async () => {
    const served = await world.served('2026-11-10', '2027-09-30');
    expect(await read(served.address)).toMatchObject({
      standing: 'in-service',
      term: '2027-11-30',
      computedExtension: { until: '2027-11-30', isForecast: true, isConfirmed: false },
    });

    world.clock.moveTo('2027-08-20T08:00:00.000Z');
    await world.exit(served, '2027-08-15');
    const left = await read(served.address);
    expect(left).toMatchObject({
      standing: 'running',
      term: '2027-10-31',
      computedExtension: {
        until: '2027-10-31',
        servedUntil: '2027-08-15',
        isForecast: false,
        isConfirmed: false,
        rule: expect.stringContaining('à confirmer'),
      },
    });
    expect(left.warnings.map(({ code }: { code: string }) => code)).toEqual([
      'PROLONGATION_A_CONFIRMER',
    ]);
    expect(left.availableCommands).toContain('confirm-extension');

    const stale = await world.command(served.address, 'confirm-extension', { until: '2027-11-30' });
    expect([stale.status, stale.body.code]).toEqual([422, 'cej-contract-invalid']);
    const confirmed = await world.command(served.address, 'confirm-extension', {
      until: '2027-10-31',
    });
    expect(confirmed.body).toMatchObject({
      computedExtension: { until: '2027-10-31', isConfirmed: true },
      warnings: [],
    });

    await world.exit(served, '2027-07-31', 'correct-exit');
    expect(await read(served.address)).toMatchObject({
      term: '2027-09-30',
      computedExtension: { until: '2027-09-30', isConfirmed: false },
    });
  });

  it('is not extended when it had ended before the day of entry', async () => {
    const served = await world.served('2026-11-10', '2027-09-30', {
      cejStartsOn: '2025-12-01',
      cejEndsOn: '2026-11-09',
    });
    expect(await read(served.address)).toMatchObject({
      standing: 'past-term',
      daysLeft: -13,
      computedExtension: null,
    });
  });

  it('comes back from past its term when the entry is told late', async () => {
    const referred = await world.referred({ cejStartsOn: '2025-11-15', cejEndsOn: '2026-11-14' });
    const [before] = await world.contractsOf(referred.person);
    expect(before).toMatchObject({ standing: 'past-term', isActive: false, daysLeft: -8 });

    const served = await world.incorporated(referred, '2026-11-14', '2027-09-30');
    expect(served.address).toContain(before.id);
    expect(await read(served.address)).toMatchObject({ standing: 'in-service', isActive: true });
  });

  it('is read by the unit that the young person serves in: dates, and never why it ended', async () => {
    const served = await world.served('2026-11-10', '2027-09-30');
    await world.command(served.address, 'end', { endedOn: '2026-11-20', reason: 'MANQUEMENT' });

    const { body } = await world.recruiter.get(served.address).expect(200);
    expect(body).toMatchObject({
      isActive: false,
      standing: 'ended',
      startsOn: '2026-09-01',
      endedOn: '2026-11-20',
      endReason: null,
      extensionMotive: null,
      warnings: [],
      availableCommands: [],
    });
    expect(JSON.stringify(body)).not.toContain('MANQUEMENT');
    expect((await read(served.address)).endReason).toBe('MANQUEMENT');
    const { body: list } = await world.recruiter.get('/api/v1/cej-contracts').expect(200);
    expect(JSON.stringify(list)).not.toContain('MANQUEMENT');
    expect(list.items.map(({ id }: { id: string }) => id)).toContain(body.id);
    expect((await world.recruiter.post(`${served.address}/commands/reopen`)).status).toBe(403);
  });

  it('is not found by anybody else: another mission locale, another unit, a unit that does not have them', async () => {
    const served = await world.served('2026-11-10', '2027-09-30');
    const { person } = await world.referred();
    const [notServed] = await world.contractsOf(person);
    const strangers = [
      [world.service.person('ml-adviser', '97600S00'), served.address],
      [world.service.person('recruiter', 'RSMA-YT'), served.address],
      [world.recruiter, `/api/v1/cej-contracts/${notServed.id}`],
    ] as const;

    for (const [stranger, address] of strangers) {
      const answer = await stranger.get(address);
      expect([answer.status, answer.body.code]).toEqual([404, 'cej-contract-not-found']);
    }
    const act = await world.service
      .person('ml-adviser', '97600S00')
      .post(`${served.address}/commands/end`)
      .send({ endedOn: '2026-11-20', reason: 'AUTRE' });
    expect([act.status, act.body.code]).toEqual([404, 'cej-contract-not-found']);
  });
});
