import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { Metrics } from '../../platform/health/index.js';

/** Counts what the calendar did, by kind; `no-deposit` calls for a person. */
@Injectable()
export class CalendarFigures {
  private readonly acts: Counter<'act'>;

  constructor({ registry }: Metrics) {
    this.acts = new Counter({
      name: 'exchange_calendar_acts_total',
      help: 'Acts of the calendar by kind; no-deposit: nothing came from anybody by day 3',
      labelNames: ['act'],
      registers: [registry],
    });
  }

  add(act: string, count: number): void {
    this.acts.inc({ act }, count);
  }
}
