import 'reflect-metadata';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  JobHandler,
  JobQueue,
  QueueModule,
  QueueSettings,
} from '../../../dist/platform/queue/index.js';

/**
 * The queue of the service, in this process, with jobs that only count: `{ run(count), close() }`.
 */
export async function openOurQueue({ databaseUrl, redisUrl, concurrency }) {
  const counter = { left: 0, done: () => undefined };
  class CountingJob {
    async handle() {
      counter.left -= 1;
      if (counter.left === 0) counter.done();
    }
  }
  Injectable()(CountingJob);
  JobHandler({ queue: 'bench', name: 'bench.count', concurrency })(CountingJob);
  class BenchModule {}
  const settings = new QueueSettings({ databaseUrl, redisUrl, runsJobs: true });
  Module({ imports: [QueueModule.register(settings)], providers: [CountingJob] })(BenchModule);
  const app = await NestFactory.createApplicationContext(BenchModule, { logger: false });
  const queue = app.get(JobQueue);
  let total = 0;
  const run = async (count) => {
    const first = total;
    total += count;
    counter.left = count;
    const allDone = new Promise((resolve) => (counter.done = resolve));
    await queue.addMany(
      Array.from({ length: count }, (_, index) => ({
        name: 'bench.count',
        data: {},
        jobId: `job-${first + index}`,
      })),
    );
    await allDone;
  };
  return { run, close: () => app.close() };
}
