import { randomUUID } from 'node:crypto';
import {
  MakeDeliveryJob,
  type DeliveryJobData,
} from '../../../src/exchanges/jobs/make-delivery.job.js';
import { RunCalendarJob } from '../../../src/exchanges/jobs/run-calendar.job.js';
import { OpenSlots } from '../../../src/exchanges/use-cases/open-slots.js';
import type { Slot } from '../../../src/exchanges/use-cases/ports.js';
import { UnitOfWork, type Month, type SystemActor } from '../../../src/kernel/index.js';
import {
  OrganisationDirectory,
  scopeOfOrganisation,
  type Organisation,
} from '../../../src/organisations/index.js';
import type { Job } from '../../../src/platform/queue/index.js';
import type { TestDatabase } from '../../support/test-database.js';
import { exchangeApp, exchangeInstance, type ExchangeApp } from './exchange-app.js';

/** One pair of partners in each kind of zone; the others have left. */
export const PAIRS = [
  ['97101S00', 'RSMA-PF'],
  ['97213S00', 'RSMA-MQ'],
  ['97411S00', 'RSMA-RE'],
  ['97600S00', 'RSMA-YT'],
  ['NC001S00', 'RSMA-NC'],
] as const;

const find = <T>(service: ExchangeApp, token: abstract new (...args: never[]) => T): T =>
  service.app.get<T>(token as never, { strict: false });

/** Several processes of the service on one database, under one clock that the test moves. */
export class CalendarYear {
  private constructor(
    readonly instances: readonly ExchangeApp[],
    readonly database: TestDatabase,
    private readonly end: () => Promise<void>,
  ) {}

  static async start(count: number): Promise<CalendarYear> {
    const first = await exchangeApp();
    const others: ExchangeApp[] = [];
    for (let index = 1; index < count; index += 1) {
      others.push(await exchangeInstance(first.database, { clock: first.clock }));
    }
    return new CalendarYear([first, ...others], first.database, async () => {
      for (const other of others) await other.close();
      await first.close();
    });
  }

  get clock(): ExchangeApp['clock'] {
    return this.main.clock;
  }

  get main(): ExchangeApp {
    const [first] = this.instances;
    if (!first) throw new Error('a year has an instance');
    return first;
  }

  close(): Promise<void> {
    return this.end();
  }

  /** Leaves the pairs given, each with its convention; the register forgets the others at once. */
  async keepOnly(pairs: readonly (readonly [string, string])[]): Promise<void> {
    const codes = pairs.flat();
    const { owner } = this.database;
    await owner.query(
      `update app.organisation set valid_to = '2021-01-01'
       where kind <> 'national' and code <> all($1)`,
      [codes],
    );
    await owner.query(
      `delete from app.convention c using app.organisation m, app.organisation u
       where m.id = c.mission_locale_id and u.id = c.unit_id and m.code || ' ' || u.code <> all($1)`,
      [pairs.map((pair) => pair.join(' '))],
    );
  }

  async emitters(): Promise<Organisation[]> {
    const all = await find(this.main, OrganisationDirectory).all();
    return all.filter(({ kind, validTo }) => kind !== 'national' && validTo === null);
  }

  /** A round in each of these processes at once, then the deliveries they ordered, by each of them. */
  async round(count = this.instances.length): Promise<void> {
    const some = this.instances.slice(0, count);
    await Promise.all(some.map((instance) => runCalendar(instance)));
    const ordered = this.instances.flatMap(({ jobs }) => jobs.jobs.splice(0));
    await Promise.all(
      some.map(async (instance) => {
        for (const { data } of ordered) {
          await find(instance, MakeDeliveryJob).handle({ data } as Job<DeliveryJobData>);
        }
      }),
    );
  }

  /** What the door does when a photo comes: the slot is there, the file is applied. */
  async receive(emitter: Organisation, flow: string, period: Month): Promise<string> {
    const slot = await this.within(emitter, () =>
      find(this.main, OpenSlots).ensure(emitter, flow, 'P', period),
    );
    return this.applied(slot);
  }

  private async applied(slot: Slot): Promise<string> {
    const { owner } = this.database;
    const id = randomUUID();
    await owner.query(
      `insert into app.exchange_file (id, org_id, number, state, step, flow, mode, period, nature,
         sequence, slot_id, sha256, bytes, channel, depositor_id, depositor_scopes, faults,
         report_number, report_stage, report_code, received_at, applied_at, correlation_id)
       select $1::uuid, $2, 'AEE-' || $1, 'applied', 'APPLIQUE', $3, 'P', $4, 'I',
         coalesce(max(sequence), 0) + 1, $5, 'x', 1, 'api', 'x', '{}', '[]', 'CRM-' || $1,
         'PROVISOIRE', 0, $6::timestamptz, $6::timestamptz, 'c'
       from app.exchange_file where org_id = $2 and flow = $3 and mode = 'P'`,
      [id, slot.organisationId, slot.flow, slot.period, slot.id, this.clock.now()],
    );
    await owner.query(`update app.exchange_slot set state = 'received' where id = $1`, [slot.id]);
    return id;
  }

  private within<T>(own: Organisation, work: () => Promise<T>): Promise<T> {
    const actor: SystemActor = {
      type: 'system',
      id: 'system',
      task: 'test',
      organisation: scopeOfOrganisation(own),
      channel: { kind: 'system', task: 'test' },
      correlationId: 'test',
    };
    return find(this.main, UnitOfWork).run(actor, work);
  }
}

/** A round of the calendar in one process. */
export function runCalendar(instance: ExchangeApp): Promise<void> {
  return find(instance, RunCalendarJob).handle({} as Job, new AbortController().signal);
}

/** Numbers that look random and are the same in every run. */
export function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
