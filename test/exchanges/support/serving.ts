import { ML, newPeople, UNIT, type Emitters, type Somebody } from './emitters.js';
import { openSlots } from './open-slots.js';
import { incorporated } from './service-rows.js';

/** Somebody who serves since 5 October, of whom no month of presence is told yet; both months may be. */
export async function servingSinceOctober(partners: Emitters): Promise<Somebody> {
  const one = newPeople(1)[0]!;
  const selected = {
    code_suite: 'APTE_RETENU',
    date_incorporation_prevue: '2026-10-05',
    contingent: '2026-10',
  };
  const early = { date_orientation: '2026-09-10', date_information_jeune: '2026-09-09' };
  const decided = { ...selected, date_etat: '2026-09-20', date_suite: '2026-09-20' };
  await partners.send('ORI', ML, { rows: [one.referred(early)] });
  await partners.send('SUI', UNIT, { rows: [one.decided(decided)] });
  await partners.send('INC', UNIT, {
    rows: [incorporated(one, { date_incorporation: '2026-10-05' })],
  });
  await partners.emptySlots();
  await openSlots(partners, ['2026-10', '2026-11'], { CEU: UNIT });
  return one;
}
