import { Injectable } from '@nestjs/common';
import { Ids, UnitOfWork, systemActor } from '../../kernel/index.js';
import { OrganisationDirectory, scopeOfOrganisation } from '../../organisations/index.js';
import { ProcessingTerms } from '../domain/processing-terms.js';
import { FileLeases, LeaseLost, type FileLease, type LeaseEnd } from './lease-ports.js';
import { ProcessFile } from './process-file.js';
import { ProcessingWatch } from './processing-watch.js';

const TASK = 'exchange.process';

/**
 * One place of a process: takes files as long as there is one to take, whoever rang for which. Which
 * file comes next is decided in PostgreSQL (REL-17), so that a lost ring costs nothing.
 */
@Injectable()
export class TakeTurns {
  private readonly holder: string;
  private claiming: Promise<unknown> = Promise.resolve();
  private isClosing = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly leases: FileLeases,
    private readonly processFile: ProcessFile,
    private readonly organisations: OrganisationDirectory,
    private readonly watch: ProcessingWatch,
    private readonly terms: ProcessingTerms,
    private readonly ids: Ids,
  ) {
    this.holder = ids.uuid();
  }

  /** @param signal aborted when the process must leave: its file goes back at once. */
  async execute(signal: AbortSignal): Promise<void> {
    while (!this.isClosing && !signal.aborted) {
      const lease = await this.takeNext();
      if (!lease) return;
      await this.process(lease, signal);
    }
  }

  /** Takes no other file from now on. */
  close(): void {
    this.isClosing = true;
  }

  /** One claim at a time in a process: what it holds decides what it may take. */
  private takeNext(): Promise<FileLease | null> {
    const next = this.claiming.then(() =>
      this.alone(this.ids.uuid(), () => this.leases.takeNext(this.holder)),
    );
    this.claiming = next.catch(() => undefined);
    return next;
  }

  private async process(lease: FileLease, signal: AbortSignal): Promise<void> {
    const renewal = setInterval(() => void this.renew(lease), this.terms.renewal);
    const leave = (): void => void this.giveBack(lease, 'left', signal);
    signal.addEventListener('abort', leave, { once: true });
    try {
      await this.run(lease);
    } catch (error) {
      if (error instanceof LeaseLost) this.watch.lost(lease);
      else await this.fail(lease, error, signal);
    } finally {
      clearInterval(renewal);
      signal.removeEventListener('abort', leave);
    }
  }

  private async run(lease: FileLease): Promise<void> {
    const emitter = await this.organisations.byId(lease.organisationId);
    if (!emitter) throw new Error('a file in the ledger has a known emitter');
    const scope = scopeOfOrganisation(emitter);
    await this.processFile.execute(lease, systemActor(TASK, scope, lease.correlationId));
  }

  /** What cannot be renewed now may be at the next beat; what is lost shows at the conclusion. */
  private async renew(lease: FileLease): Promise<void> {
    await this.alone(lease.correlationId, () => this.leases.renew(lease)).catch(() => undefined);
  }

  private async fail(lease: FileLease, error: unknown, signal: AbortSignal): Promise<void> {
    const isOurs = await this.giveBack(lease, 'failed', signal);
    if (isOurs) this.watch.failed(lease, error);
    else this.watch.lost(lease);
  }

  /** Tries until PostgreSQL answers: a process that lives must not leave a lease to run out. */
  private async giveBack(lease: FileLease, end: LeaseEnd, signal: AbortSignal): Promise<boolean> {
    for (;;) {
      try {
        return await this.alone(lease.correlationId, () => this.leases.release(lease, end));
      } catch {
        if (signal.aborted) return false;
        await pause(this.terms.retry);
      }
    }
  }

  private alone<T>(correlationId: string, work: () => Promise<T>): Promise<T> {
    return this.unitOfWork.run(systemActor(TASK, null, correlationId), work, { lens: 'technical' });
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
