import { localDateIn, parseMonth, timeZoneOf, type LocalDate } from '../../kernel/index.js';
import { SystemClock } from '../../app/system-clock.js';
import { EtalabCommunes } from '../../organisations/reference/etalab-communes.js';
import { SHIPPED_ORGANISATIONS } from '../../organisations/reference/shipped-organisations.js';
import { shippedReference } from '../../organisations/reference/shipped-reference.js';
import { homeOf, type Home } from '../people/homes.js';
import { examined, answerRow } from './answer-rows.js';
import { collectMailbox } from './collect-mailbox.js';
import { depositSheet } from './deposit-sheet.js';
import { sheetOf } from './exchange-sheet.js';
import { directRows } from './direct-rows.js';
import { referralRows } from './mission-locale-month.js';
import { PartnerClient } from './partner-client.js';
import { columnsOf, expectedOf, playFile } from './play-sheet.js';
import { sendContracts, sendDropout, sendFollowUps, sendServices } from './play-services.js';
import { replyRows } from './reply-rows.js';
import { StoryTeller } from './story-teller.js';
import { answerRows, openCandidacies } from './unit-month.js';

/** The two pairs of the demonstration: mission locale, unit, territory whose day it is. */
const PAIRS = [
  { missionLocale: '97411S00', unit: 'RSMA-RE', territory: 'RE' },
  { missionLocale: '97600S00', unit: 'RSMA-YT', territory: 'YT' },
] as const;

/** One pair at its desks. */
interface Desks {
  readonly missionLocale: PartnerClient;
  readonly unit: PartnerClient;
  readonly home: Home;
  readonly today: LocalDate;
}

/**
 * Plays one whole exchange against a running demonstration, through the public doors only: referrals
 * by file, mailboxes of the units, answers by file, mailboxes of the missions locales. Some files have
 * faults, refused or mended on the way. Can be run again: the service says what comes next.
 *
 * @param print writes the story, in French
 * @throws StartRefused when nothing answers at `url`, or refuses what it should take
 */
export async function playMonth(
  url: string,
  print: (...lines: readonly string[]) => void,
): Promise<void> {
  const story = new StoryTeller(print);
  const desks = await openDesks(url);
  const generatedAt = new SystemClock().now();
  story.chapter('1. Les missions locales envoient les orientations du mois (ORI)');
  for (const [index, pair] of desks.entries()) {
    await sendReferrals(pair, generatedAt, index === 0, story);
  }
  story.chapter('2. Les régiments retirent ce qui leur est adressé');
  for (const { unit } of desks) await collectMailbox(unit, story, 'whole');
  story.chapter('3. Les régiments envoient les suites données (SUI)');
  for (const pair of desks) await sendAnswers(pair, generatedAt, story);
  story.chapter('4. Entre deux mois, un signalement (SUI, nature S)');
  for (const pair of desks.slice(0, 1)) await sendNotice(pair, generatedAt, story);
  story.chapter('5. Les missions locales retirent les suites');
  for (const [index, { missionLocale }] of desks.entries()) {
    await collectMailbox(missionLocale, story, index === 0 ? 'whole' : 'without-a-row');
  }
  story.chapter(
    '6. Les régiments disent qui sert, qui est présent et qui est parti (INC, CEU, SOR)',
  );
  for (const { unit: partner, today } of desks) {
    await sendServices({ partner, today, generatedAt }, story);
  }
  story.chapter('7. Ils disent qui est venu de lui-même et n’a pas été retenu (DIR)');
  for (const { unit: partner, home, today } of desks) {
    const rows = directRows(partner.organisation, home, today);
    await playFile({ partner, flow: 'DIR', rows, isMiscounted: false, generatedAt }, story);
  }
  story.chapter('8. Un jeune part avant la fin : la mission locale est prévenue (SOR, nature S)');
  for (const { unit: partner, today } of desks.slice(0, 1)) {
    await sendDropout({ partner, today, generatedAt }, story);
  }
  story.chapter(
    '9. Les missions locales lisent qui revient et qui est invité, et disent ce qu’il devient (PEC)',
  );
  for (const { missionLocale } of desks) await collectMailbox(missionLocale, story, 'whole');
  for (const pair of desks) await sendReplies(pair, generatedAt, story);
  story.chapter('10. Les missions locales disent le mois des CEJ (CEM)');
  for (const { missionLocale: partner, today } of desks) {
    await sendContracts({ partner, today, generatedAt }, story);
  }
  story.chapter('11. Elles disent ce que deviennent ceux qui sont partis (DEV)');
  for (const { missionLocale: partner, today } of desks) {
    await sendFollowUps({ partner, today, generatedAt }, story);
  }
  story.chapter('12. Les régiments lisent ce que les missions locales ont fait');
  for (const { unit } of desks) await collectMailbox(unit, story, 'whole');
  story.chapter('Le mois est joué. « npm run demo:month » peut être relancé.');
}

async function openDesks(url: string): Promise<readonly Desks[]> {
  const { coverage } = await shippedReference(true);
  const communes = EtalabCommunes.read();
  const now = new SystemClock().now();
  return PAIRS.map(({ missionLocale: code, unit, territory }) => {
    const organisation = SHIPPED_ORGANISATIONS.find((one) => one.code === code);
    if (!organisation) throw new Error(`${code} is shipped`);
    return {
      missionLocale: new PartnerClient(url, `demo-${code}`, code),
      unit: new PartnerClient(url, `demo-${unit.toLowerCase()}`, unit),
      home: homeOf(organisation, coverage, communes),
      today: localDateIn(now, timeZoneOf(territory)),
    };
  });
}

async function sendReferrals(
  { missionLocale: partner, unit, home }: Desks,
  generatedAt: string,
  isMiscounted: boolean,
  story: StoryTeller,
): Promise<void> {
  const slot = await expectedOf(partner, 'ORI', 'month');
  const period = parseMonth(slot?.period ?? '');
  if (!period) {
    story.says(`${partner.organisation} : aucun créneau ORI n’est ouvert.`);
    return;
  }
  const rows = await referralRows({ partner, unit: unit.organisation, home, period });
  await playFile({ partner, flow: 'ORI', rows, isMiscounted, generatedAt }, story);
}

async function sendAnswers(
  { unit: partner, today }: Desks,
  generatedAt: string,
  story: StoryTeller,
): Promise<void> {
  const candidacies = await openCandidacies(partner);
  const rows = answerRows(partner.organisation, candidacies, today);
  await playFile({ partner, flow: 'SUI', rows, isMiscounted: false, generatedAt }, story);
}

async function sendReplies(
  { missionLocale: partner, today }: Desks,
  generatedAt: string,
  story: StoryTeller,
): Promise<void> {
  const rows = await replyRows(partner, today);
  if (rows.length === 0) {
    story.says(`${partner.organisation} : aucun retour n’attend.`);
    return;
  }
  await playFile({ partner, flow: 'PEC', rows, isMiscounted: false, generatedAt }, story);
}

/** One event that cannot wait for the next month: a file taken under examination. */
async function sendNotice(
  { unit: partner, today }: Desks,
  generatedAt: string,
  story: StoryTeller,
): Promise<void> {
  const notice = await expectedOf(partner, 'SUI', 'S');
  const candidacy = (await openCandidacies(partner)).findLast(({ state }) => state === 'received');
  if (!notice || !candidacy) {
    story.says(`${partner.organisation} : rien à signaler.`);
    return;
  }
  const row = examined(answerRow(partner.organisation, candidacy, today), today);
  const place = {
    flow: 'SUI',
    emitter: partner.organisation,
    period: today,
    nature: 'S',
    sequence: notice.nextSequence,
  } as const;
  const header = await columnsOf(partner, 'SUI');
  await depositSheet(partner, sheetOf(place, header, [row], generatedAt), story);
}
