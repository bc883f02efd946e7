import { ConsistencyModule } from '../../../dist/consistency/consistency.module.js';
import { CheckConsistency } from '../../../dist/consistency/index.js';
import { OrganisationDirectory } from '../../../dist/organisations/index.js';
import { KeepDeadlines } from '../../../dist/returns/use-cases/keep-deadlines.js';
import { TakeExitsIntoEffect } from '../../../dist/volunteers/use-cases/take-exits-into-effect.js';
import { withService } from '../../../dist/app/commands/with-service.js';

// A process of its own, as the nightly jobs have: what they do, one after the other, and what it took.

const MEGABYTE = 1024;
const ID = '00000000-0000-4000-8000-000000000001';

await withService(async (service) => {
  const get = (token) => service.get(token, { strict: false });
  const directory = get(OrganisationDirectory);
  const peakBefore = process.resourceUsage().maxRSS;
  const start = performance.now();
  let prepared = 0;
  for (const unit of await directory.all('unit')) {
    await get(TakeExitsIntoEffect).execute(unit, ID);
    prepared += await get(KeepDeadlines).prepare(unit, ID);
  }
  for (const one of await directory.all('mission-locale'))
    await get(KeepDeadlines).escalate(one, ID);
  const deadlines = (performance.now() - start) / 1000;
  const run = await service
    .select(ConsistencyModule)
    .get(CheckConsistency)
    .execute(ID, (error) => {
      throw error;
    });
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(
    `${JSON.stringify({
      seconds,
      deadlines_seconds: deadlines,
      prepared,
      found: run.found,
      rss_before_mb: Math.round(peakBefore / MEGABYTE),
      rss_mb: Math.round(process.resourceUsage().maxRSS / MEGABYTE),
    })}\n`,
  );
});
