import { Configuration } from '../../platform/config/index.js';
import type { DeliveredEvent } from '../../platform/outbox/index.js';
import { JobQueue, type NewJob } from '../../platform/queue/index.js';
import { ExchangeLedger } from '../use-cases/ports.js';
import { OnExchangeFileAppliedListener } from './on-exchange-file-applied.listener.js';

const EVENT: DeliveredEvent = {
  name: 'exchange-file.applied.v1',
  organisationId: 'emitter-id',
  subjectId: 'file-id',
  payload: { flow: 'SUI', mode: 'P', period: '2026-11', nature: 'I' },
  correlationId: 'c-1',
  messageId: 'message-id',
};

async function jobsOf(demonstration: boolean, payload: DeliveredEvent['payload']) {
  const jobs: NewJob[] = [];
  const ledger: Pick<ExchangeLedger, 'recipients'> = {
    recipients: async (id) => (id === 'file-id' ? ['ml-1', 'ml-2'] : []),
  };
  const queue: Pick<JobQueue, 'addMany'> = { addMany: async (more) => void jobs.push(...more) };
  const configuration: Pick<Configuration, 'demonstration'> = { demonstration };
  const listener = new OnExchangeFileAppliedListener(
    ledger as ExchangeLedger,
    queue as JobQueue,
    configuration as Configuration,
  );
  await listener.handle({ ...EVENT, payload: { ...EVENT.payload, ...payload } });
  return jobs;
}

describe('What an applied file sends on', () => {
  it('goes at once to each recipient in the demonstration, for the month of the file', async () => {
    expect(await jobsOf(true, {})).toEqual(
      ['ml-1', 'ml-2'].map((recipientId) => ({
        name: 'delivery.make',
        jobId: `delivery-message-id-${recipientId}`,
        data: {
          recipientId,
          flow: 'SUI',
          mode: 'P',
          period: '2026-11',
          noticeFileId: null,
          actKey: null,
          actDueAt: null,
          nature: null,
          correlationId: 'c-1',
        },
      })),
    );
  });

  it('waits for the month elsewhere, unless the file is a notice', async () => {
    expect(await jobsOf(false, {})).toEqual([]);
    const notice = await jobsOf(false, { nature: 'S', period: '2026-11-20' });
    expect(notice.map(({ data }) => data['period'])).toEqual([null, null]);
    expect(notice.map(({ data }) => data['noticeFileId'])).toEqual([
      EVENT.subjectId,
      EVENT.subjectId,
    ]);
  });

  it('passes on with a notice of an incorporation the exit that waited for it', async () => {
    const jobs = await jobsOf(false, { flow: 'INC', nature: 'S', period: '2026-11-20' });
    const told = jobs.map(({ data, jobId }) => [data['flow'], data['noticeFileId'], jobId]);
    expect(told).toEqual([
      ['INC', EVENT.subjectId, 'delivery-message-id-ml-1'],
      ['INC', EVENT.subjectId, 'delivery-message-id-ml-2'],
      ['SOR', EVENT.subjectId, 'delivery-message-id-ml-1-SOR'],
      ['SOR', EVENT.subjectId, 'delivery-message-id-ml-2-SOR'],
    ]);
  });

  it('passes it on with the month too, in the demonstration', async () => {
    const jobs = await jobsOf(true, { flow: 'INC' });
    expect(jobs.map(({ data }) => [data['flow'], data['period'], data['recipientId']])).toEqual([
      ['INC', '2026-11', 'ml-1'],
      ['INC', '2026-11', 'ml-2'],
      ['SOR', '2026-11', 'ml-1'],
      ['SOR', '2026-11', 'ml-2'],
    ]);
  });
});
