import { Injectable } from '@nestjs/common';
import { UnitOfWork, type SystemActor } from '../../kernel/index.js';
import type { ExchangeFile, ExchangePlace } from '../domain/exchange-file.js';
import { ApplyPass } from './apply-pass.js';
import { CheckPass } from './check-pass.js';
import type { RowsChecked } from './check-rows.js';
import { ConcludeFile } from './conclude-file.js';
import { EraseForbidden } from './erase-forbidden.js';
import { FileWorks, type FileWork } from './file-work.js';
import { stopsFile } from './judge-deposit.js';
import { JudgeColumns } from './judge-columns.js';
import { AskAboutStock } from './open-stock.js';
import { FileLeases, type FileLease } from './lease-ports.js';
import { ExchangeLedger } from './ports.js';
import { RaiseAlerts } from './raise-alerts.js';
import { TakeBack } from './take-back.js';

/**
 * Processes a registered file: every row checked, the gates of the whole file, then every accepted
 * row applied as a command, its fate and its anomalies recorded, in one transaction. A crash leaves
 * the file registered; processing it twice changes nothing more.
 */
@Injectable()
export class ProcessFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly leases: FileLeases,
    private readonly ledger: ExchangeLedger,
    private readonly works: FileWorks,
    private readonly checkPass: CheckPass,
    private readonly judgeColumns: JudgeColumns,
    private readonly alerts: RaiseAlerts,
    private readonly applyPass: ApplyPass,
    private readonly takeBack: TakeBack,
    private readonly askAboutStock: AskAboutStock,
    private readonly conclude: ConcludeFile,
    private readonly eraseForbidden: EraseForbidden,
  ) {}

  /**
   * `actor` is the service acting for the emitter. The row of the file stays free until the end, so that
   * the lease can be renewed meanwhile; a file already processed is left alone.
   * @throws LeaseLost when somebody else has taken the file since; nothing is kept then
   */
  async execute(lease: FileLease, actor: SystemActor): Promise<void> {
    await this.unitOfWork.run(actor, async () => {
      await this.leases.enter();
      const file = await this.ledger.byId(lease.fileId);
      if (file?.state === 'registered' && file.place) await this.process(file, file.place);
      await this.leases.conclude(lease);
    });
  }

  private async process(file: ExchangeFile, place: ExchangePlace): Promise<void> {
    await this.ledger.lockFlow(file.organisationId, turnOf(place.flow));
    // A file that was held after its rows were read is read again.
    await this.ledger.clearAnomalies(file.id);
    const work = await this.works.prepare(file, place);
    const checked = await this.checkPass.run(work);
    await this.decide(work, checked);
    await this.eraseForbidden.execute(work, checked);
  }

  private async decide(work: FileWork, checked: RowsChecked): Promise<void> {
    const { file } = work;
    const gates = checked.gates();
    const wasHeld = file.faults.some(({ code }) => code === 'DERIVE_COLONNE');
    if (!wasHeld) await this.alerts.execute(file, checked.told, work.apply.actor);
    if (stopsFile(gates)) return this.conclude.reject(work, gates, checked.total);
    const odd = await this.judgeColumns.execute(work, checked);
    if (await this.judgeColumns.awaits(work, odd)) return this.conclude.hold(work, odd);
    await this.applyPass.run(work, checked);
    await this.takeBack.execute(work);
    const asked = await this.askAboutStock.execute(work);
    await this.conclude.applied(work, [...odd, ...asked]);
  }
}

/**
 * The flows of a service are told from each other's files: an exit that is applied while the incorporation
 * is not yet committed would be refused, and nobody would tell it again. They wait for one another.
 */
function turnOf(flow: string): string {
  return flow === 'CEU' || flow === 'SOR' ? 'INC' : flow;
}
