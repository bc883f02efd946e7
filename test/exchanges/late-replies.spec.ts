import { OrganisationDirectory } from '../../src/organisations/index.js';
import { KeepDeadlines } from '../../src/returns/use-cases/keep-deadlines.js';
import { Emitters, ML, UNIT } from './support/emitters.js';
import { EXIT, leavers, type Leaver } from './support/leavers.js';
import { MONTHS } from './support/months-world.js';
import { openSlots } from './support/open-slots.js';

// Replies that come late: what happened meanwhile on the other side, and to whom they answer then.

/** Sunday 3 January 2027, midday in La Réunion: returns that open here are due on Wednesday 6. */
const NOW = '2027-01-03T08:00:00.000Z';
const OTHER = '97410S00';

let partners: Emitters;
beforeAll(async () => {
  partners = await Emitters.start(NOW);
});
beforeEach(async () => {
  partners.moveTo(NOW);
  await partners.emptySlots();
  await openSlots(partners, MONTHS, { PEC: ML });
});
afterAll(() => partners?.service.close());

const REACHED = { date_contact: '2026-12-28', code_prise_en_charge: 'RDV_PRIS' };
const TRIED = { date_contact: '2026-12-29', code_prise_en_charge: 'CONTACTE_SANS_RETOUR' };
const CORRECTION = { type_ligne: 'CORRECTION', periode_rattachement: '2026-11' };

const send = (nature: 'I' | 'C' | 'A', ...rows: Record<string, string>[]) =>
  partners.send('PEC', ML, { nature, period: '2026-12', rows });
const ofNovember = (nature: 'C' | 'A', ...rows: Record<string, string>[]) =>
  partners.send('PEC', ML, { nature, period: '2026-11', rows });

async function gone(count: number): Promise<Leaver[]> {
  return leavers(partners, count);
}

/** What the unit says of a service. */
const tell = (one: Leaver, command: string, body: object = {}) =>
  partners.service
    .person('recruiter', UNIT)
    .post(`/api/v1/volunteers/${one.volunteerId}/commands/${command}`)
    .send(body)
    .expect(200);

/** What a mission locale says at the API of a return or of a proposal. */
const act = (address: string, body: object, by = ML) =>
  partners.service.person('ml-adviser', by).post(address).send(body);

/** The returns of somebody as their mission locale lists them, the latest first. */
async function returnsOf(one: Leaver) {
  const list = `/api/v1/returns?volunteer=${one.volunteerId}`;
  const { body } = await partners.service.person('ml-adviser', ML).get(list).expect(200);
  const items = body.items as { id: string; state: string; endsOn: string }[];
  return items.map(({ id, state, endsOn }) => ({ id, is: `${state} ${endsOn}` }));
}
const states = async (one: Leaver) => (await returnsOf(one)).map(({ is }) => is);

/** Somebody whose first exit was answered, who came back, and left once more. */
async function leftTwice(one: Leaver, again = '2026-12-20'): Promise<void> {
  await ofNovember('C', one.replied({ ...REACHED, date_contact: '2026-11-28' }));
  await tell(one, 'resume');
  await tell(one, 'exit', { ...EXIT, exitedOn: again });
}

async function propose(one: Leaver): Promise<string> {
  const [latest] = await returnsOf(one);
  const { body } = await act(`/api/v1/returns/${latest?.id}/commands/propose-transfer`, {
    missionLocale: OTHER,
    reason: 'DEMENAGEMENT',
  }).expect(200);
  return `/api/v1/return-transfers/${body.id}`;
}

describe('A reply to an exit', () => {
  it('of which the unit corrected the day since answers to it by either day, and once', async () => {
    const [late, both] = await gone(2);
    for (const one of [late!, both!]) {
      await tell(one, 'correct-exit', { ...EXIT, exitedOn: '2026-11-26' });
    }
    const now = { ...REACHED, date_sortie: '2026-11-26' };
    const report = await send('I', late!.replied(REACHED), both!.replied(), both!.replied(now));
    expect(report).toMatchObject({ said: [], compteurs: { appliquees: 3 } });
    expect(await states(late!)).toEqual(['closed 2026-11-26']);
    expect(await both!.seenBy(partners, 'ml-adviser', ML)).toMatchObject({
      state: 'closed',
      attempts: 1,
      answer: { code: 'RDV_PRIS' },
    });
  });

  it('that the unit took back settles it when somebody had taken it up, and else nothing', async () => {
    const [taken, untouched] = await gone(2);
    const [only] = await returnsOf(taken!);
    await act(`/api/v1/returns/${only?.id}/commands/acknowledge`, {}).expect(200);
    for (const one of [taken!, untouched!]) await tell(one, 'resume');
    const report = await send('I', taken!.replied(REACHED), untouched!.replied(REACHED));
    expect(report.said).toEqual(['3 TRANSITION_INTERDITE code_prise_en_charge']);
    expect(await states(taken!)).toEqual(['closed 2026-11-25']);
    expect(await states(untouched!)).toEqual(['cancelled 2026-11-25']);
    const page = `/retours/${only?.id}`;
    const { text } = await partners.service.person('ml-adviser', ML).get(page).expect(200);
    expect(text).toContain('Sortie retirée par l’unité, dite pour le');
  });

  it('that the unit corrected, then took back, settles it by its former day too, until another is told', async () => {
    const [waiting, left] = await gone(2);
    for (const one of [waiting!, left!]) {
      const [only] = await returnsOf(one);
      await act(`/api/v1/returns/${only?.id}/commands/acknowledge`, {}).expect(200);
      await tell(one, 'correct-exit', { ...EXIT, exitedOn: '2026-11-26' });
      await tell(one, 'resume');
    }
    await tell(left!, 'exit', { ...EXIT, exitedOn: '2026-12-20' });

    const report = await send('I', waiting!.replied(REACHED), left!.replied(REACHED));
    expect(report.said).toEqual(['3 REFERENCE_INCONNUE numero_dossier_unite SORTIE_INCONNUE']);
    expect(await states(waiting!)).toEqual(['closed 2026-11-26']);
    expect(await states(left!)).toEqual(['acknowledged 2026-12-20']);
  });

  it('goes to the exit that it names, and never to the one after', async () => {
    const [one, moved] = await gone(2);
    await leftTwice(one!);
    const twice = ['open 2026-12-20', 'closed 2026-11-25'];
    expect(await states(one!)).toEqual(twice);
    const hindered = ['2 TRANSITION_INTERDITE date_sortie RETOUR_PLUS_RECENT'];
    const tried = { date_contact: '2026-11-28', code_prise_en_charge: 'COORDONNEES_INCORRECTES' };
    const corrected = one!.replied({ ...tried, ...CORRECTION });
    expect((await send('C', corrected)).said).toEqual(hindered);
    const other = one!.replied({ ...REACHED, code_prise_en_charge: 'NE_SOUHAITE_PAS' });
    expect((await send('C', other)).said).toEqual([
      '2 TRANSITION_INTERDITE code_prise_en_charge RETOUR_CLOS',
    ]);
    const [, first] = await returnsOf(one!);
    const reopened = await act(`/api/v1/returns/${first?.id}/commands/reopen`, {});
    expect([reopened.status, reopened.body.detail]).toEqual([
      409,
      expect.stringContaining('Un autre retour de ce jeune'),
    ]);
    expect(await states(one!)).toEqual(twice);
    await send('C', one!.replied({ ...REACHED, date_sortie: '2026-12-20' }));
    expect(await states(one!)).toEqual(['closed 2026-12-20', 'closed 2026-11-25']);

    // The same when another mission locale, whom the former does not see, follows the second.
    await leftTwice(moved!);
    await act(`${await propose(moved!)}/commands/accept`, {}, OTHER).expect(200);
    const again = moved!.replied({ ...tried, ...CORRECTION });
    expect((await send('C', again)).said).toEqual(hindered);
    const [, answered] = await returnsOf(moved!);
    await act(`/api/v1/returns/${answered?.id}/commands/reopen`, {}).expect(409);
    expect(await states(moved!)).toEqual(['transferred 2026-12-20', 'closed 2026-11-25']);
    // Its month may still be taken back: what cannot be undone any more stays.
    expect(await ofNovember('A')).toMatchObject({ state: 'applied' });
    expect(await states(moved!)).toEqual(['transferred 2026-12-20', 'closed 2026-11-25']);
  });

  it('begins one return again at most when the month that closed two is taken back', async () => {
    const [one] = await gone(1);
    await send('I', one!.replied(REACHED));
    await tell(one!, 'resume');
    await tell(one!, 'exit', { ...EXIT, exitedOn: '2026-12-20' });
    await send('C', one!.replied({ ...REACHED, date_sortie: '2026-12-20' }));
    expect(await states(one!)).toEqual(['closed 2026-12-20', 'closed 2026-11-25']);

    expect(await send('A')).toMatchObject({ state: 'applied' });
    expect(await states(one!)).toEqual(['open 2026-12-20', 'closed 2026-11-25']);
  });

  it('ends a proposal that waits, and is taken after one that was refused', async () => {
    const [proposed, refused] = await gone(2);
    const waiting = await propose(proposed!);
    const no = await propose(refused!);
    await act(`${no}/commands/refuse`, { reason: 'INCONNU' }, OTHER).expect(204);
    const report = await send('I', proposed!.replied(REACHED), refused!.replied(REACHED));
    expect(report).toMatchObject({ said: [], compteurs: { appliquees: 2 } });
    expect(await states(proposed!)).toEqual(['closed 2026-11-25']);
    expect(await states(refused!)).toEqual(['closed 2026-11-25']);
    await act(`${waiting}/commands/accept`, {}, OTHER).expect(404);
  });
});

describe('A reply that comes after its limits', () => {
  const escalate = async () => {
    const found = await partners.service.app.get(OrganisationDirectory).byCode(ML);
    return partners.service.app.get(KeepDeadlines).escalate(found!, 'correlation');
  };

  it('closes what the manager and the region were called about, as long as the month is open', async () => {
    const [reached, tried, byApi] = await gone(3);
    partners.moveTo('2027-01-14T19:59:59.000Z');
    await escalate();
    expect(await reached!.seenBy(partners, 'ml-adviser', ML)).toMatchObject({
      escalation: 'manager',
    });
    partners.moveTo('2027-01-14T20:00:00.000Z');
    await escalate();
    expect(await reached!.seenBy(partners, 'ml-adviser', ML)).toMatchObject({ escalation: 'arml' });
    // The token of the software is older than that: an operator deposits the file.
    const operator = partners.service.person('exchange-operator', ML);
    const rows = [reached!.replied(REACHED), tried!.replied(TRIED)];
    const sent = { nature: 'I', period: '2026-12', rows } as const;
    const report = await partners.sendAs(operator, 'PEC', ML, sent);
    expect(report).toMatchObject({ said: [], compteurs: { appliquees: 2 } });
    const [only] = await returnsOf(byApi!);
    const answer = { code: 'RDV_PRIS', contactedOn: '2027-01-15' };
    await act(`/api/v1/returns/${only?.id}/commands/answer`, answer).expect(200);
    for (const one of [reached!, byApi!]) {
      expect(await one.seenBy(partners, 'ml-adviser', ML)).toMatchObject({
        state: 'closed',
        next: null,
        escalation: 'adviser',
      });
    }
    // Ten working days after Tuesday 29 December, New Year’s Day not among them: Wednesday 13 January.
    expect(await tried!.seenBy(partners, 'ml-adviser', ML)).toMatchObject({
      state: 'acknowledged',
      escalation: 'adviser',
      next: { rule: 'return-next-attempt', dueOn: '2027-01-13', isLate: true },
    });
  });

  it('is refused by its month once that is closed, and taken with the next or at the API', async () => {
    const [one] = await gone(1);
    await partners.look(
      `update app.exchange_slot set closes_at = '2027-01-02' where period = '2026-11' and flow = 'PEC'`,
    );
    const row = one!.replied({ ...REACHED, date_contact: '2026-11-28' });
    const late = { nature: 'C', period: '2026-11', rows: [row] } as const;
    expect(await partners.refused('PEC', ML, late)).toContain('PERIODE_CLOSE');
    expect(await states(one!)).toEqual(['open 2026-11-25']);
    expect(await send('C', row)).toMatchObject({ compteurs: { appliquees: 1 } });
    expect(await states(one!)).toEqual(['closed 2026-11-25']);
  });
});
