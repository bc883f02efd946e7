import { lastDay, type Month } from '../../kernel/index.js';
import type { Home } from '../people/homes.js';
import type { Page, ReferralAnswer } from './api-answers.js';
import type { PartnerClient } from './partner-client.js';
import type { PlayedRow } from './play-sheet.js';
import { newReferralRow, referralRow } from './referral-rows.js';

const NEW_REFERRALS = 3;
const OPEN = ['submitted', 'received'];

/** What a mission locale works with. */
export interface MissionLocaleDesk {
  readonly partner: PartnerClient;
  readonly unit: string;
  readonly home: Home;
  readonly period: Month;
}

/**
 * The referrals of a month: those open, as the API lists them, and a few new ones, of which one with a
 * day that does not exist, one with a reference mistyped and one written twice.
 */
export async function referralRows(desk: MissionLocaleDesk): Promise<PlayedRow[]> {
  const { partner, unit, home, period } = desk;
  const open = await openReferrals(partner);
  const known = open
    .filter(({ referredOn }) => referredOn !== null && referredOn <= lastDay(period))
    .map((referral) => referralRow(partner.organisation, referral));
  const fresh = Array.from({ length: NEW_REFERRALS }, () =>
    newReferralRow(partner.organisation, unit, home, period),
  );
  const rows: PlayedRow[] = [...known, ...fresh].map((row) => ({ sent: row, right: row }));
  const [impossible, mistyped, twice] = fresh.map((_, index) => known.length + index);
  spoil(rows, impossible, { date_orientation: `${period.slice(0, 4)}-02-31` });
  const reference = rows[mistyped ?? -1]?.sent['reference_orientation'] ?? '';
  spoil(rows, mistyped, { reference_orientation: mistype(reference) });
  const copy = rows[twice ?? -1];
  return copy ? [...rows, { sent: copy.sent, right: null }] : rows;
}

async function openReferrals(partner: PartnerClient): Promise<readonly ReferralAnswer[]> {
  const pages = await Promise.all(
    OPEN.map((state) =>
      partner.get<Page<ReferralAnswer>>(`/api/v1/referrals?state=${state}&limit=100`),
    ),
  );
  return pages.flatMap(({ items }) => items);
}

function spoil(rows: PlayedRow[], index: number | undefined, cells: PlayedRow['sent']): void {
  const row = index === undefined ? undefined : rows[index];
  if (row && index !== undefined) rows[index] = { ...row, sent: { ...row.sent, ...cells } };
}

/** Another check character: a typing error that the reference gives away by itself. */
function mistype(reference: string): string {
  return reference.slice(0, -1) + (reference.endsWith('A') ? 'B' : 'A');
}
