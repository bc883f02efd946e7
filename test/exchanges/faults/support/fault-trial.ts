import type TestAgent from 'supertest/lib/agent.js';
import { Clock, parseInstant, type Instant } from '../../../../src/kernel/index.js';
import { startTestApplication, type TestApplication } from '../../../support/test-application.js';
import { until, type Deposit } from '../../support/deposits.js';
import { ML, Somebody, UNIT } from '../../support/emitters.js';
import type { FaultCase, FileFault, Verdict } from './fault-case.js';
import { CANARY, faultyFile, FIRST_NAME, NOW, type Place } from './fault-file.js';

/** Bytes the service of the trial takes. */
export const MAXIMUM_BYTES = 400_000;

/** A clock that stands still until the test moves it. */
export class StillClock extends Clock {
  private present = instant(NOW);

  override now(): Instant {
    return this.present;
  }

  set(text: string): void {
    this.present = instant(text);
  }
}

function instant(text: string): Instant {
  const read = parseInstant(text);
  if (!read) throw new Error(`not an instant: ${text}`);
  return read;
}

/** Who deposits. */
export type Sender = 'software' | 'person';

/** What the service made of a file. */
export interface Outcome {
  readonly id: string;
  readonly status: number;
  /** AEE or ARE. */
  readonly receipt: Readonly<Record<string, unknown>>;
  readonly verdict: Verdict;
  readonly said: readonly string[];
  readonly counters: Readonly<Record<string, number>>;
}

/** The file as sent, by whom, and what came of it. */
export interface Played {
  readonly file: Deposit;
  readonly place: Place;
  readonly agent: TestAgent;
  readonly outcome: Outcome;
}

/** One service, and partners who send it every fault of exchange.md 6. */
export class FaultTrial {
  private readonly referred: Somebody[] = [];

  private constructor(
    readonly service: TestApplication,
    readonly clock: StillClock,
    private readonly sender: Sender,
  ) {}

  /** Whoever sends is the software of its organisation, or a person whom a moved clock leaves in. */
  static async start(
    sender: Sender = 'software',
    depositsPerMinute = 1_000_000,
  ): Promise<FaultTrial> {
    const clock = new StillClock();
    const environment = {
      MAX_FILE_BYTES: String(MAXIMUM_BYTES),
      MAX_DEPOSITS_PER_MINUTE: String(depositsPerMinute),
    };
    return new FaultTrial(await startTestApplication({ clock, environment }), clock, sender);
  }

  /** Requests of an organisation that sends. */
  async as(code: string): Promise<TestAgent> {
    if (this.sender === 'software') return this.service.as(code);
    return this.service.person('exchange-operator', code);
  }

  /** Sends what comes before, then the faulty file, and waits for what becomes of it. */
  async play(fault: Sequel, watch: () => Promise<void> = nothing): Promise<Played> {
    const { flow = 'ORI', people: count = 3 } = fault;
    const people = await this.people(flow, count);
    let last: Deposit | undefined;
    for (const one of fault.before ?? []) {
      last = (await this.send({ ...common(fault), ...one }, people)).file;
    }
    await watch();
    return this.send(fault, people, last);
  }

  /** The same bytes once more, by the same door. */
  async again({ file, agent }: Played): Promise<Outcome> {
    return this.outcomeOf(agent, file);
  }

  /** Rows of the database as their owner sees them. */
  async look<T>(sql: string, ...values: unknown[]): Promise<T[]> {
    return (await this.service.database.owner.query(sql, values)).rows as T[];
  }

  private async send(
    fault: FileFault,
    people: readonly Somebody[],
    last?: Deposit,
  ): Promise<Played> {
    const { flow = 'ORI' } = fault;
    const emitter = fault.emitter ?? (flow === 'ORI' ? ML : UNIT);
    const next = (await this.lastSequence(flow, emitter)) + 1;
    const place: Place = { flow, emitter, sequence: next + (fault.sequence ?? 0) };
    const made = faultyFile(repeating(fault, last), people, place);
    const agent = await this.as(emitter);
    const file = without(made, fault.missing);
    return { file, place, agent, outcome: await this.outcomeOf(agent, file) };
  }

  private async outcomeOf(agent: TestAgent, file: Deposit): Promise<Outcome> {
    const sent = agent.post('/api/v1/exchanges');
    if (file.manifest !== '') void sent.field('manifest', file.manifest);
    if (file.name !== '') {
      void sent.attach('file', file.bytes, { filename: file.name, contentType: 'text/csv' });
    }
    const { status, body } = await sent;
    const id = String(body.id);
    if (status !== 202) {
      const said = (body.errors as SaidAtDoor[]).map(saidAtDoor).toSorted();
      return { id, status, receipt: body, verdict: 'refused', said, counters: {} };
    }
    return { id, status, receipt: body, ...(await this.reported(agent, id)) };
  }

  /** What became of a file, once it is known. */
  async reported(agent: TestAgent, id: string) {
    const crm = await until('the report', async () => {
      const answer = await agent.get(`/api/v1/exchanges/${id}/report`);
      return answer.status === 202 ? undefined : answer.body;
    });
    const { body } = await agent.get(`/api/v1/exchanges/${id}`).expect(200);
    const said = (crm.anomalies as SaidInReport[]).map(saidInReport).toSorted();
    return { verdict: body.state as Verdict, said, counters: crm.compteurs };
  }

  private async lastSequence(flow: string, emitter: string): Promise<number> {
    const [row] = await this.look<{ last: number }>(
      `select coalesce(max(f.sequence), 0)::int as last from app.exchange_file f
       join app.organisation o on o.id = f.org_id
       where o.code = $1 and f.flow = $2 and f.mode = 'P' and f.state <> 'refused'`,
      emitter,
      flow,
    );
    return row?.last ?? 0;
  }

  /** New people for ORI; for SUI, people referred a moment ago, in one file for many cases. */
  private async people(flow: 'ORI' | 'SUI', count: number): Promise<Somebody[]> {
    if (flow === 'ORI') return strangers(count);
    if (this.referred.length < count) {
      const more = strangers(Math.max(count, 100));
      await this.refer(more);
      this.referred.push(...more);
    }
    return this.referred.splice(0, count);
  }

  private async refer(people: readonly Somebody[]): Promise<void> {
    const sequence = (await this.lastSequence('ORI', ML)) + 1;
    const file = faultyFile({}, people, { flow: 'ORI', emitter: ML, sequence });
    const { verdict } = await this.outcomeOf(await this.as(ML), file);
    if (verdict !== 'applied') throw new Error('the people of the trial are refused');
  }
}

/** A file, and those sent before it. */
export type Sequel = FileFault & Pick<FaultCase, 'before'>;

async function nothing(): Promise<void> {}

/** People nobody knows, under the name that must not leak. */
function strangers(count: number): Somebody[] {
  return Array.from({ length: count }, () => new Somebody({ prenoms: FIRST_NAME }, CANARY));
}

function common({ flow, emitter }: FileFault): FileFault {
  return { ...(flow ? { flow } : {}), ...(emitter ? { emitter } : {}) };
}

function repeating(fault: FileFault, last: Deposit | undefined): FileFault {
  if (!fault.isRepeated) return fault;
  if (!last) throw new Error('nothing was sent before');
  return { ...fault, bytes: () => last.bytes };
}

function without(file: Deposit, part: FileFault['missing']): Deposit {
  if (part === 'manifest') return { ...file, manifest: '' };
  return part === 'file' ? { ...file, name: '' } : file;
}

interface SaidAtDoor {
  readonly code: string;
  readonly niveau: string;
  readonly ligne: number | null;
  readonly precision: string | null;
}

interface SaidInReport extends SaidAtDoor {
  readonly colonne: string | null;
}

const LETTERS: Readonly<Record<string, string>> = {
  BLOQUANT_FICHIER: 'F',
  BLOQUANT_LIGNE: 'L',
  A_CONFIRMER: 'Q',
  AVERTISSEMENT: 'A',
  INFORMATION: 'I',
};

function saidAtDoor(fault: SaidAtDoor): string {
  return saidInReport({ ...fault, colonne: null });
}

/** One anomaly as the cases write it. */
export function saidInReport({ ligne, niveau, code, colonne, precision }: SaidInReport): string {
  const parts = [ligne ?? '*', LETTERS[niveau] ?? niveau, code, colonne, precision];
  return parts.filter((part) => part !== null).join(' ');
}
