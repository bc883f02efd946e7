import type { LocalDate } from '../../kernel/index.js';
import { contractRows } from './contract-rows.js';
import { depositSheet } from './deposit-sheet.js';
import { sheetOf } from './exchange-sheet.js';
import { followUpRows } from './follow-up-rows.js';
import type { PartnerClient } from './partner-client.js';
import { columnsOf, expectedOf, playFile } from './play-sheet.js';
import {
  dropoutRow,
  exitRows,
  incorporationRows,
  presenceRows,
  servicesOf,
} from './service-rows.js';
import type { StoryTeller } from './story-teller.js';

/** What a partner plays with. */
export interface ServiceDesk {
  readonly partner: PartnerClient;
  readonly today: LocalDate;
  readonly generatedAt: string;
}

/** A unit tells who serves, who was there and who left in the month (INC, CEU, SOR). */
export async function sendServices(desk: ServiceDesk, story: StoryTeller): Promise<void> {
  const { partner, generatedAt } = desk;
  const period = (await expectedOf(partner, 'INC', 'month'))?.period;
  if (!period) {
    story.says(`${partner.organisation} : aucun créneau INC n’est ouvert.`);
    return;
  }
  const serving = await servicesOf(partner, 'in-service', period);
  const gone = await servicesOf(partner, 'exited', period);
  const file = { partner, isMiscounted: false, generatedAt };
  await playFile({ ...file, flow: 'INC', rows: incorporationRows(serving) }, story);
  await playFile({ ...file, flow: 'CEU', rows: presenceRows(serving, period) }, story);
  await playFile({ ...file, flow: 'SOR', rows: exitRows(gone) }, story);
}

/** One dropout, told at once. */
export async function sendDropout(desk: ServiceDesk, story: StoryTeller): Promise<void> {
  const { partner, today, generatedAt } = desk;
  const notice = await expectedOf(partner, 'SOR', 'S');
  const [leaver] = (await servicesOf(partner, 'in-service', today.slice(0, 7))).filter(
    ({ exit, incorporatedOn }) => exit === null && (incorporatedOn ?? today) < today,
  );
  if (!notice || !leaver) {
    story.says(`${partner.organisation} : personne ne part avant la fin.`);
    return;
  }
  const place = {
    flow: 'SOR',
    emitter: partner.organisation,
    period: today,
    nature: 'S',
    sequence: notice.nextSequence,
  } as const;
  const header = await columnsOf(partner, 'SOR');
  const row = dropoutRow(leaver, today);
  await depositSheet(partner, sheetOf(place, header, [row], generatedAt), story);
}

/** A mission locale tells the month of its contracts (CEM). */
export async function sendContracts(desk: ServiceDesk, story: StoryTeller): Promise<void> {
  const { partner, generatedAt } = desk;
  const period = (await expectedOf(partner, 'CEM', 'month'))?.period;
  const rows = period ? await contractRows(partner, period) : [];
  if (rows.length === 0) {
    story.says(`${partner.organisation} : aucun contrat à dire.`);
    return;
  }
  await playFile({ partner, flow: 'CEM', rows, isMiscounted: false, generatedAt }, story);
}

/** A mission locale tells what became of those who left, at the milestones that are open (DEV). */
export async function sendFollowUps(desk: ServiceDesk, story: StoryTeller): Promise<void> {
  const { partner, today, generatedAt } = desk;
  const rows = await followUpRows(partner, today);
  if (rows.length === 0) {
    story.says(`${partner.organisation} : aucun devenir n’est demandé.`);
    return;
  }
  await playFile({ partner, flow: 'DEV', rows, isMiscounted: false, generatedAt }, story);
}
