import { Injectable } from '@nestjs/common';
import { Ids, UnitOfWork, systemActor } from '../../kernel/index.js';
import { FileLeases, type TroubledFile } from './lease-ports.js';
import { ProcessingWatch } from './processing-watch.js';
import { SetAsideFile } from './set-aside-file.js';

const TASK = 'exchange.sweep';

/**
 * Makes the queue again from the ledger (REL-05): ends the leases of dead processes, sets aside what
 * kills them, and says how many files wait for a turn.
 */
@Injectable()
export class SweepFiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly leases: FileLeases,
    private readonly setAside: SetAsideFile,
    private readonly watch: ProcessingWatch,
    private readonly ids: Ids,
  ) {}

  /** @returns how many files could be taken now */
  async execute(): Promise<number> {
    const crashed = await this.technical(() => this.leases.endOverdue());
    for (const file of crashed) this.watch.crashed(file);
    const troubled = await this.technical(() => this.leases.troubled());
    for (const file of troubled) await this.remove(file);
    return this.technical(() => this.leases.waiting());
  }

  private async remove(file: TroubledFile): Promise<void> {
    if (await this.setAside.execute(file)) this.watch.setAside(file);
  }

  private technical<T>(work: () => Promise<T>): Promise<T> {
    const actor = systemActor(TASK, null, this.ids.uuid());
    return this.unitOfWork.run(actor, work, { lens: 'technical' });
  }
}
