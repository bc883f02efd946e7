import { Injectable } from '@nestjs/common';
import { Clock, Ids, UnitOfWork } from '../../kernel/index.js';
import type { Actor } from '../../kernel/index.js';
import { fileNameOf, type FileSource } from '../deposit/index.js';
import { PendingDepositGone, PreviewOutdated } from '../domain/exchange-errors.js';
import type { DepositChoice } from '../domain/pending-deposit.js';
import { DepositFile } from './deposit-file.js';
import { PendingDeposits, type KeptDeposit } from './pending-ports.js';
import { ExchangeLedger } from './ports.js';
import { PreviewDeposit } from './preview-deposit.js';

/**
 * What a person does with a file that waits: look, say otherwise what it is, deposit, give up. It is that
 * person's alone: the deposit stands under the name of who looked at it, and a colleague puts it down anew.
 */
@Injectable()
export class SettlePendingDeposit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pending: PendingDeposits,
    private readonly preview: PreviewDeposit,
    private readonly depositFile: DepositFile,
    private readonly ledger: ExchangeLedger,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @throws PendingDepositGone for an unknown, foreign or a colleague's id, or once its time is over */
  async one(id: string, actor: Actor): Promise<KeptDeposit> {
    const found = await this.unitOfWork.run(actor, () => this.pending.find(id, this.clock.now()));
    return ownOf(found, actor);
  }

  /**
   * Looks at the same bytes as another month, nature or flow.
   * @throws PendingDepositGone
   */
  async revise(id: string, choice: DepositChoice, actor: Actor): Promise<void> {
    const known = await this.one(id, actor);
    if (known.fileId) throw new PendingDepositGone();
    const preview = await this.preview.execute(this.reader(id, actor), choice, actor);
    await this.unitOfWork.run(actor, () => this.pending.revise(known, preview));
  }

  /**
   * Deposits it by the door of every file, under the number that is next now; the same request again
   * finds what the first one did.
   * @param version of what was looked at
   * @returns the id of the deposited file
   * @throws PendingDepositGone, PreviewOutdated
   */
  deposit(id: string, version: string, actor: Actor): Promise<string> {
    return this.unitOfWork.run(actor, async () => {
      const found = ownOf(await this.pending.take(id, this.clock.now()), actor);
      if (found.fileId) return found.fileId;
      if (found.version !== version) throw new PreviewOutdated();
      const { choice } = found.preview;
      const emitter = await this.preview.emitterOf(actor);
      // Whoever deposits at the same time waits: each gets a number of its own.
      await this.ledger.lockSequence(emitter.id, choice.flow, choice.mode);
      const fileName = fileNameOf(await this.preview.nameOf(choice, emitter, actor));
      const source = this.pending.source(id);
      const made = { manifestText: null, exchangeId: this.ids.uuid(), channel: 'page' } as const;
      const file = await this.depositFile.execute({ fileName, source, ...made }, actor);
      await this.pending.settle(id, file.id);
      return file.id;
    });
  }

  /**
   * Forgets a file that its person does not want to deposit any more.
   * @throws PendingDepositGone
   */
  giveUp(id: string, actor: Actor): Promise<void> {
    return this.unitOfWork.run(actor, async () => {
      ownOf(await this.pending.take(id, this.clock.now()), actor);
      await this.pending.drop(id);
    });
  }

  /** A transaction per part: looking at a long file holds none open. */
  private reader(id: string, actor: Actor): FileSource {
    const { pending, unitOfWork } = this;
    return async function* () {
      for (let number = 0; ; number += 1) {
        const part = await unitOfWork.run(actor, () => pending.part(id, number));
        if (!part) return;
        yield part;
      }
    };
  }
}

/** @throws PendingDepositGone unless the actor put it down */
function ownOf(found: KeptDeposit | null, actor: Actor): KeptDeposit {
  if (found?.depositorId !== actor.id) throw new PendingDepositGone();
  return found;
}
