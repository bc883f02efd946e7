import { Emitters, ML } from './support/emitters.js';
import { leavers, type Leaver } from './support/leavers.js';
import { openSlots } from './support/open-slots.js';
import { MONTHS } from './support/months-world.js';

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start('2027-01-03T08:00:00.000Z');
});
afterAll(() => partners?.service.close());

describe('A correction of a month that is over', () => {
  beforeEach(async () => {
    await partners.emptySlots();
    await openSlots(partners, MONTHS, { PEC: ML });
  });

  async function corrected(one: Leaver, first: object, then: object) {
    await partners.send('PEC', ML, { nature: 'I', rows: [one.replied({ ...first })] });
    const correction = { type_ligne: 'CORRECTION', periode_rattachement: '2026-11' };
    const rows = [one.replied({ ...then, ...correction })];
    return partners.send('PEC', ML, { nature: 'I', period: '2026-12', rows });
  }

  it('takes the place of a try, which is not counted twice', async () => {
    const [one] = await leavers(partners, 1);
    const report = await corrected(one!, {}, { date_contact: '2026-11-26' });
    expect(report).toMatchObject({ compteurs: { appliquees: 1 } });
    expect(await one!.seenBy(partners, 'ml-adviser', ML)).toMatchObject({
      state: 'acknowledged',
      attempts: 1,
      answer: { contactedOn: '2026-11-26' },
    });
  });

  it('changes an answer that was given', async () => {
    const [one] = await leavers(partners, 1);
    const given = { code_prise_en_charge: 'RDV_PRIS', date_contact: '2026-11-28' };
    await corrected(one!, given, { ...given, code_prise_en_charge: 'NE_SOUHAITE_PAS' });
    expect(await one!.seenBy(partners, 'ml-adviser', ML)).toMatchObject({
      state: 'closed',
      answer: { code: 'NE_SOUHAITE_PAS' },
    });
  });
});
