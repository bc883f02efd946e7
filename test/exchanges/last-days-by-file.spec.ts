import { Emitters, ML, newPeople, type Somebody } from './support/emitters.js';
import { incorporated, left } from './support/service-rows.js';

// A day is not in the future where the sender already lives it (exchange.md 6.3): 3 December is about to
// end in Tahiti (UTC-10) while 4 December is ending in Nouméa (UTC+11), and is there in between.

const TAHITI = { unit: 'RSMA-PF', today: '2026-12-03', tomorrow: '2026-12-04' };
const MARTINIQUE = { unit: 'RSMA-MQ', today: '2026-12-04', tomorrow: '2026-12-05' };
const REUNION = { unit: 'RSMA-RE', today: '2026-12-04', tomorrow: '2026-12-05' };
const NOUMEA = { unit: 'RSMA-NC', today: '2026-12-04', tomorrow: '2026-12-05' };
type Place = typeof TAHITI;

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start('2026-12-04T09:30:00.000Z');
});
afterAll(() => partners?.service.close());

async function selected({ unit }: Place): Promise<Somebody> {
  const [one] = newPeople(1);
  const there = { code_unite: unit };
  const ofDay = { nature: 'S', period: '2026-11-18' } as const;
  await partners.send('ORI', ML, { ...ofDay, rows: [one!.referred(there)] });
  const fit = { code_suite: 'APTE_RETENU', date_incorporation_prevue: '2026-11-30' };
  const rows = [one!.decided({ ...there, ...fit, contingent: '2026-11' })];
  await partners.send('SUI', unit, { ...ofDay, rows });
  return one!;
}

describe.each([TAHITI, MARTINIQUE, REUNION, NOUMEA])('The last day of $unit', (place) => {
  const { unit, today, tomorrow } = place;
  const send = (flow: 'INC' | 'SOR', row: Readonly<Record<string, string>>) =>
    partners.send(flow, unit, {
      nature: 'S',
      period: today,
      rows: [{ ...row, code_unite: unit }],
    });

  it('is one of an incorporation by file, and the day after is not', async () => {
    const one = await selected(place);
    const early = await send('INC', incorporated(one, { date_incorporation: tomorrow }));
    expect(early.said).toEqual(['2 DATE_FUTURE date_incorporation']);
    const done = await send('INC', incorporated(one, { date_incorporation: today }));
    expect(done).toMatchObject({ compteurs: { appliquees: 1 }, said: [] });
  });

  it('is one of an exit by file, and the day after is not', async () => {
    const one = await selected(place);
    await send('INC', incorporated(one, { date_incorporation: '2026-11-30' }));
    const early = await send('SOR', left(one, { date_sortie: tomorrow }));
    expect(early.said).toEqual(['2 DATE_FUTURE date_sortie']);
    const done = await send('SOR', left(one, { date_sortie: today }));
    expect(done).toMatchObject({ compteurs: { appliquees: 1 }, said: [] });
  });
});
