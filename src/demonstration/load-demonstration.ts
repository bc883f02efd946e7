import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { ProcessSettings } from '../app/process-settings.js';
import { systemTask } from '../app/system-task.js';
import {
  addDays,
  addMonths,
  firstDay,
  instantAt,
  localDate,
  localDateIn,
  monthOf,
  UnitOfWork,
  type Clock,
  type LocalDate,
} from '../kernel/index.js';
import { CommuneDirectory, OrganisationDirectory } from '../organisations/index.js';
import { shippedReference } from '../organisations/reference/shipped-reference.js';
import { BeginDrafts } from './begin-drafts.js';
import { DemonstrationMarks } from './db/demonstration-marks.js';
import { DEMONSTRATION_ACCOUNTS } from './demonstration-accounts.js';
import { DEMONSTRATION_CLIENTS } from './demonstration-clients.js';
import { DemonstrationModule } from './demonstration.module.js';
import { FixedClock } from './fixed-clock.js';
import { HoldSessions } from './history/hold-sessions.js';
import { RecordDirectApplicants } from './history/record-direct-applicants.js';
import { planHistory } from './history/plan-history.js';
import type { PlannedCase } from './history/planned-case.js';
import { PublishSheets } from './history/publish-sheets.js';
import { WriteNotes } from './history/write-notes.js';
import { WriteHistory } from './history/write-history.js';
import { OpenAccounts } from './open-accounts.js';
import { homeOf } from './people/homes.js';
import { SeededIds } from './seeded-ids.js';
import { PublishNotice } from '../people/index.js';

/** Months of history, the current one included (contract.md 5: two years). */
export const HISTORY_MONTHS = 24;

/** The adviser in charge, where the demonstration has one. */
const ADVISERS: Readonly<Record<string, string>> = {
  '97411S00': 'conseiller@ml-nord.demo',
  '97600S00': 'conseiller@ml-mayotte.demo',
};

const NOTICE = { version: '1', validFrom: localDate(2024, 1, 1) };

/**
 * Loads the demonstration's accounts, history and clients, unless they are there. Can be cut short at
 * any moment: the next start goes on. The reference data must be loaded.
 * @returns false when everything was there already
 * @throws Error in production, whoever calls (SEC-11)
 */
export async function loadDemonstration(settings: ProcessSettings, clock: Clock): Promise<boolean> {
  const { runtime, demonstration } = settings.configuration;
  if (runtime === 'production' || !demonstration) throw new Error('no demonstration here');
  const today = localDateIn(clock.now(), 'UTC');
  const ids = new SeededIds();
  const started = firstDay(addMonths(monthOf(today), 1 - HISTORY_MONTHS));
  const story = { ...settings, ids, clock: new FixedClock(instantAt(started, '00:00', 'UTC')) };
  const context = await NestFactory.createApplicationContext(DemonstrationModule.with(story), {
    logger: false,
    abortOnError: false,
  });
  try {
    return await load(context, today);
  } finally {
    await context.close();
  }
}

async function load(context: INestApplicationContext, today: LocalDate): Promise<boolean> {
  const actor = systemTask('demonstration.load');
  const marks = context.get(DemonstrationMarks);
  const technical = <T>(work: () => Promise<T>): Promise<T> =>
    context.get(UnitOfWork).run(actor, work, { lens: 'technical' });
  if (await technical(() => marks.hasClient(DEMONSTRATION_CLIENTS[0].clientId))) return false;
  const publishNotice = context.get(PublishNotice, { strict: false });
  await publishNotice.execute(NOTICE.version, NOTICE.validFrom, actor);
  const openAccounts = context.get(OpenAccounts);
  const accountIds = () => technical(() => accountIdsOf(marks));
  if ((await accountIds()).size === 0) await openAccounts.accounts(actor);
  const accounts = await accountIds();
  const cases = await planDemonstration(context, accounts, today);
  await context.get(WriteHistory).execute(cases, addDays(today, -1));
  await context.get(BeginDrafts).execute(accounts.get(ADVISERS['97411S00'] ?? ''), today);
  await context.get(HoldSessions).execute(today);
  await context.get(PublishSheets).execute(today);
  await context.get(WriteNotes).execute(today);
  await context.get(RecordDirectApplicants).execute(today);
  await openAccounts.clients(actor);
  return true;
}

/** Ids of the accounts that are open, by address. */
async function accountIdsOf(marks: DemonstrationMarks): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { email } of DEMONSTRATION_ACCOUNTS) {
    const id = await marks.accountId(email);
    if (id !== null) found.set(email, id);
  }
  return found;
}

async function planDemonstration(
  context: INestApplicationContext,
  accountIds: ReadonlyMap<string, string>,
  today: LocalDate,
): Promise<PlannedCase[]> {
  const directory = context.get(OrganisationDirectory);
  const communes = context.get(CommuneDirectory);
  const { coverage } = await shippedReference(true);
  return planHistory({
    missionsLocales: await directory.all('mission-locale'),
    units: await directory.all('unit'),
    homeOf: (missionLocale) => homeOf(missionLocale, coverage, communes),
    adviserOf: (code) => accountIds.get(ADVISERS[code] ?? '') ?? null,
    months: HISTORY_MONTHS,
    today,
  });
}
