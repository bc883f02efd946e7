import type { Page } from 'playwright-core';
import { typeIn } from './keyboard.js';

/** A day in La Réunion, so many days from today, as the three fields of a date. */
export function dayOf(days: number): readonly [day: string, month: string, year: string] {
  const at = new Date(Date.now() + days * 86_400_000);
  const [year = '', month = '', day = ''] = at
    .toLocaleDateString('en-CA', { timeZone: 'Indian/Reunion' })
    .split('-');
  return [day, month, year];
}

/** Goes to the next date and types such a day. */
export async function typeDay(page: Page, days: number): Promise<void> {
  const [day, month, year] = dayOf(days);
  await typeIn(page, 'Jour', day);
  await typeIn(page, 'Mois', month);
  await typeIn(page, 'Année', year);
}
