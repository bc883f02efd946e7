import { Injectable } from '@nestjs/common';
import { addMonths, Clock, Ids, localDateIn, monthOf } from '../../kernel/index.js';
import { isActiveOn, OrganisationDirectory, type Organisation } from '../../organisations/index.js';
import { Enqueues, JobHandler, JobQueue, type JobRunner } from '../../platform/queue/index.js';
import { FLOWS } from '../flows/index.js';
import { MAKE_DELIVERY, type DeliveryJobData } from './make-delivery.job.js';

/**
 * On day 10 at 06:00 UTC, what changed and was not told yet goes to every recipient, by whatever
 * channel it came (exchange.md 7.a, calendar). Who has nothing to be told gets no file.
 */
@Injectable()
@JobHandler({
  queue: 'monthly-deliveries',
  name: 'delivery.make-monthly',
  concurrency: 1,
  repeat: { cron: '0 6 10 * *', timeZone: 'UTC' },
})
@Enqueues(MAKE_DELIVERY)
export class MakeMonthlyDeliveriesJob implements JobRunner {
  constructor(
    private readonly organisations: OrganisationDirectory,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async handle(): Promise<void> {
    const today = localDateIn(this.clock.now(), 'UTC');
    const period = addMonths(monthOf(today), -1);
    const correlationId = this.ids.uuid();
    const all = await this.organisations.all();
    const recipients = all.filter((organisation) => isActiveOn(organisation, today));
    const orders = recipients.flatMap((recipient) => ordersFor(recipient, period, correlationId));
    await this.jobs.addMany(
      orders.map((data) => ({
        name: MAKE_DELIVERY,
        data,
        jobId: `monthly-${period}-${data.flow}-${data.recipientId}`,
      })),
    );
  }
}

/** One order per flow that goes to such an organisation; tests of partners (mode T) have no calendar. */
function ordersFor(
  { id, kind }: Organisation,
  period: string,
  correlationId: string,
): DeliveryJobData[] {
  return FLOWS.filter(({ to }) => to === kind).map(({ code }) => ({
    recipientId: id,
    flow: code,
    mode: 'P',
    period,
    noticeFileId: null,
    correlationId,
  }));
}
