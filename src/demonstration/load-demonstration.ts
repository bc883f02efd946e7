import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { ProcessSettings } from '../app/process-settings.js';
import { systemTask } from '../app/system-task.js';
import { addMonths, firstDay, instantAt, localDateIn, monthOf, UnitOfWork } from '../kernel/index.js';
import type { Clock } from '../kernel/index.js';
import { localDate } from '../kernel/index.js';
import { DemonstrationMarks } from './db/demonstration-marks.js';
import { DEMONSTRATION_ACCOUNTS } from './demonstration-accounts.js';
import { DEMONSTRATION_CLIENTS } from './demonstration-clients.js';
import { DemonstrationModule } from './demonstration.module.js';
import { FixedClock } from './fixed-clock.js';
import { OpenAccounts } from './open-accounts.js';
import { SeededIds } from './seeded-ids.js';

/** Months of history, the current one included (contract.md 5: two years). */
export const HISTORY_MONTHS = 24;

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
    return await load(context);
  } finally {
    await context.close();
  }
}

async function load(context: INestApplicationContext): Promise<boolean> {
  const actor = systemTask('demonstration.load');
  const marks = context.get(DemonstrationMarks);
  const unitOfWork = context.get(UnitOfWork);
  const technical = <T>(work: () => Promise<T>): Promise<T> =>
    unitOfWork.run(actor, work, { lens: 'technical' });
  const lastClient = DEMONSTRATION_CLIENTS[0].clientId;
  if (await technical(() => marks.hasClient(lastClient))) return false;
  await technical(() => marks.addNotice(NOTICE.version, NOTICE.validFrom));
  const openAccounts = context.get(OpenAccounts);
  const isOpened = await technical(() => marks.hasAccount(DEMONSTRATION_ACCOUNTS[0]?.email ?? ''));
  if (!isOpened) await openAccounts.accounts(actor);
  await openAccounts.clients(actor);
  return true;
}
