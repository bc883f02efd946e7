import { Injectable } from '@nestjs/common';
import { addMillis, Clock, Ids, UnitOfWork } from '../../kernel/index.js';
import type { Actor } from '../../kernel/index.js';
import { isKeptNowhere, NO_BYTES, type FileSource } from '../deposit/index.js';
import { MOST_PENDING, PENDING_MILLIS, type DepositChoice } from '../domain/pending-deposit.js';
import { blankTemplate } from '../flow/index.js';
import { flowNamed } from '../flows/index.js';
import { PendingDeposits } from './pending-ports.js';
import { PreviewDeposit } from './preview-deposit.js';

/** Looks at a file put down on a page and keeps it for a while, so that it is sent over the line once. */
@Injectable()
export class HoldDeposit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly preview: PreviewDeposit,
    private readonly pending: PendingDeposits,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * Nothing to say of a month, or all of it taken back: the file is the header alone, made here.
   * @returns the same as {@link execute}
   */
  withoutRows(choice: DepositChoice, actor: Actor): Promise<string> {
    const flow = flowNamed(choice.flow);
    if (!flow) throw new Error('the form was checked');
    return this.execute(() => oneChunk(blankTemplate(flow)), choice, actor);
  }

  /** @returns the id of the file that waits, deposited only when its person says so */
  async execute(source: FileSource, choice: DepositChoice, actor: Actor): Promise<string> {
    const { organisation } = actor;
    if (!organisation) throw new Error('a deposit is made for an organisation');
    const preview = await this.preview.execute(source, choice, actor);
    const now = this.clock.now();
    const id = this.ids.uuid();
    const expiresAt = addMillis(now, PENDING_MILLIS);
    const whose = { organisationId: organisation.id, depositorId: actor.id };
    const one = { id, ...whose, preview, fileId: null, createdAt: now, expiresAt };
    await this.unitOfWork.run(actor, async () => {
      await this.pending.keep(one, isKeptNowhere(preview.faults) ? NO_BYTES : source);
      await this.pending.dropOlder(one, MOST_PENDING);
    });
    return id;
  }
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
